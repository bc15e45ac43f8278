// Ways to reach a partner, as links.

export function Phone({ number }: { number: string | null }) {
  return number ? <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a> : null
}

/** Only for addresses that `isWebAddress` knows. */
export function Web({ href }: { href: string }) {
  return (
    <a href={href} rel="noreferrer">
      {href.replace(/^https?:\/\//i, '').replace(/\/$/, '')}
    </a>
  )
}
export const Mail = ({ to }: { to: string }) => <a href={`mailto:${to}`}>{to}</a>
