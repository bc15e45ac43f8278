/** Sends a draft of the form two seconds after the last change and when the page is hidden; says when it was saved. */
export function autosave(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return
  const form = element
  const address = form.dataset.autosave
  const line = form.querySelector<HTMLElement>('.saved')
  if (!address || !line) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirty = false

  const body = () => {
    const sent = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') sent.append(name, value)
    return sent
  }
  const save = async () => {
    clearTimeout(timer)
    if (!dirty) return
    dirty = false
    try {
      const answer = await fetch(address, { method: 'POST', body: body(), keepalive: true, redirect: 'error' })
      if (!answer.ok) throw new Error(String(answer.status))
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
      line.textContent = (line.dataset.saved ?? '').replace('{time}', time)
    } catch {
      dirty = true
      line.textContent = line.dataset.unsaved ?? ''
    }
  }
  form.addEventListener('input', () => {
    dirty = true
    clearTimeout(timer)
    timer = setTimeout(save, 2000)
  })
  form.addEventListener('submit', () => {
    dirty = false
    clearTimeout(timer)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save()
  })
}
