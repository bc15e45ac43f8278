/** Behaviours of a few lines each. */

/** What was just done disappears after ten seconds, not while it is pointed at or has the focus. */
export function toastUndo(toast: HTMLElement): void {
  const hide = () => {
    if (toast.matches(':hover, :focus-within')) setTimeout(hide, 2000)
    else toast.remove()
  }
  setTimeout(hide, 10_000)
}

/** A second press of a form's button does nothing until the page came back. */
export function confirmOnce(form: HTMLElement): void {
  let sent = false
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault()
    sent = true
    if (event instanceof SubmitEvent) event.submitter?.setAttribute('aria-busy', 'true')
  })
  addEventListener('pageshow', () => {
    sent = false
    for (const busy of form.querySelectorAll('[aria-busy]')) busy.removeAttribute('aria-busy')
  })
}

/** Switches between light and dark, and remembers it for a year. */
export function theme(button: HTMLElement): void {
  button.hidden = false
  button.addEventListener('click', () => {
    const root = document.documentElement
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = dark ? 'light' : 'dark'
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads it, so that the next page opens in the right colours
    document.cookie = `theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`
  })
}

/** The shared tablet goes back to its start when nobody has touched it for a while. */
export function kioskReturn(head: HTMLElement): void {
  const seconds = Number(head.dataset.seconds) || 20
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      document.body.replaceChildren()
      location.replace(head.dataset.home ?? '/')
    }, seconds * 1000)
  }
  for (const sign of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(sign, wait, { passive: true })
  wait()
}

/** Opens as a modal what works as a `:target` without script. */
export function dialog(element: HTMLElement): void {
  if (!(element instanceof HTMLDialogElement)) return
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[href="#${CSS.escape(element.id)}"]`)) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      element.showModal()
    })
  }
  element.querySelector('.dialog-close')?.addEventListener('click', (event) => {
    event.preventDefault()
    element.close()
  })
}

export function print(button: HTMLElement): void {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
