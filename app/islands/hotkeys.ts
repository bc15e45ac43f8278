/** Keys for what is on the page: Ctrl-K for the search, single letters for elements that name one, `?` for the list. */
export function hotkeys(): void {
  const list = document.querySelector<HTMLElement>('#hotkeys dl')
  for (const target of document.querySelectorAll<HTMLElement>('[data-hotkey]:not(input)')) describe(list, target)
  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
    const mod = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if (typing && !mod) return
    if (event.altKey) return
    if (key === '?') {
      document.querySelector<HTMLDialogElement>('#hotkeys')?.showModal()
      return
    }
    const wanted = mod ? `mod+${key}` : key
    const target = document.querySelector<HTMLElement>(`[data-hotkey="${CSS.escape(wanted)}"]`)
    if (!target) return
    event.preventDefault()
    if (target instanceof HTMLInputElement) {
      target.focus()
      target.select()
    } else {
      target.click()
    }
  })
}

/** Adds one line to the list of keys. */
function describe(list: HTMLElement | null, target: HTMLElement): void {
  const row = document.createElement('div')
  const key = document.createElement('dt')
  const kbd = document.createElement('kbd')
  const words = document.createElement('dd')
  kbd.textContent = target.dataset.hotkey ?? ''
  words.textContent = target.querySelector('span')?.textContent ?? target.textContent
  key.append(kbd)
  row.append(key, words)
  list?.append(row)
}
