// Something that changes on its own, such as a search: the part of the page is fetched again and again and put in place, until
// the page no longer asks for it. When the page has moved on, so does the reader.

/** Unless the element says how many milliseconds to wait. */
const usual = 700
/** Without an answer, ever longer waits; somebody who is signed out is not asked for ever. */
const mostFailures = 10

export function watch(element: HTMLElement): void {
  const pause = Number(element.dataset.pause) || usual
  let failures = 0
  const again = () => setTimeout(look, pause * (1 + failures))
  const look = async () => {
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
      if (answer.redirected) return location.replace(answer.url)
      if (!answer.ok) throw new Error(String(answer.status))
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const next = page.getElementById(element.id)
      // Another page at the same address: what was watched is over.
      if (!next) return location.reload()
      element.replaceChildren(...next.childNodes)
      failures = 0
      if (next.dataset.island?.split(' ').includes('watch')) again()
    } catch {
      failures += 1
      if (failures < mostFailures) again()
    }
  }
  again()
}
