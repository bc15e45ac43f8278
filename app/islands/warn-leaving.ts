/** Asks before leaving a page whose work is not confirmed yet. Its own forms and addresses under `data-stay` go without a word. */
export function warnLeaving(element: HTMLElement): void {
  const stay = element.dataset.stay ?? ''
  let goes = false
  document.addEventListener('submit', () => {
    goes = true
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link && (link.pathname.startsWith(stay) || link.download)) goes = true
  })
  addEventListener('beforeunload', (event) => {
    if (!goes) event.preventDefault()
    goes = false
  })
}
