/** Opens its dialog two minutes before the session ends; at the end the page is reloaded, so that nothing stays on screen. */
export function sessionWarning(element: HTMLElement): void {
  const seconds = Number(element.dataset.seconds)
  if (!(element instanceof HTMLDialogElement) || !(seconds > 0)) return
  let timers: ReturnType<typeof setTimeout>[] = []
  const restart = () => {
    for (const timer of timers) clearTimeout(timer)
    timers = [
      setTimeout(() => element.showModal(), Math.max(0, seconds - 120) * 1000),
      setTimeout(() => location.reload(), (seconds + 1) * 1000),
    ]
  }
  restart()
  element.querySelector('a')?.addEventListener('click', async (event) => {
    event.preventDefault()
    // Any answered request renews the session; the page keeps what was typed.
    const answer = await fetch(location.href).catch(() => undefined)
    if (!answer?.ok || answer.redirected) return location.reload()
    element.close()
    restart()
  })
}
