/** Keys for what is on the page: Ctrl-K for the search, single letters for elements that name one, `?` for the list. */
export function hotkeys(): void {
  const list = document.querySelector<HTMLElement>('#hotkeys dl')
  for (const target of document.querySelectorAll<HTMLElement>('[data-hotkey]:not(input)')) describe(list, target)
  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
    if (moveInList(event)) return
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

/** In a list of answers, and from a search field above one, the arrow keys go from link to link. */
function moveInList(event: KeyboardEvent): boolean {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const links = step === 0 ? [] : [...document.querySelectorAll<HTMLElement>('[data-arrows] a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const isHere = at !== -1 || document.activeElement === document.body || isSearchField(document.activeElement)
  const next = links[at + step] ?? links[0]
  if (!isHere || !next) return false
  event.preventDefault()
  next.focus()
  return true
}

const isSearchField = (element: Element | null) => element instanceof HTMLInputElement && element.type === 'search'

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
