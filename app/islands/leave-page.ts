/** Leaves at once: the screen is emptied before anything is loaded. Shift three times within five seconds does the same. */
export function leavePage(link: HTMLElement): void {
  const href = link.getAttribute('href') ?? '/'
  const leave = (event?: Event) => {
    event?.preventDefault()
    document.title = '…'
    document.documentElement.removeAttribute('data-theme')
    document.body.replaceChildren()
    try {
      sessionStorage.clear()
    } catch {
      // Storage may be forbidden; leaving must not depend on it.
    }
    location.replace(href)
  }
  link.addEventListener('click', leave)
  let presses: number[] = []
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift') {
      presses = []
      return
    }
    const now = event.timeStamp
    presses = [...presses.filter((at) => now - at < 5000), now]
    if (presses.length >= 3) leave()
  })
  // Coming back by the browser's button must not show the page again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}
