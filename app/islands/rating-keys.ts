/**
 * Rating by number keys: with the focus on one of a row's answers, 1 to 4 or 0 ("I don't know") answers and moves to the
 * next row. Arrow keys and Tab work as ever; in the remarks numbers are text.
 */
export function ratingKeys(list: HTMLElement): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-rating]')]
  list.addEventListener('keydown', (event) => {
    const at = event.target
    if (!(at instanceof HTMLInputElement) || at.type !== 'radio' || event.ctrlKey || event.altKey || event.metaKey)
      return
    if (!/^[0-4]$/.test(event.key)) return
    const row = at.closest<HTMLElement>('[data-rating]')
    const value = event.key === '0' ? 'unknown' : event.key
    const answer = row?.querySelector<HTMLInputElement>(`input[type=radio][value="${value}"]`)
    if (!row || !answer) return
    event.preventDefault()
    answer.checked = true
    const next = rows[rows.indexOf(row) + 1]
    const focus =
      next?.querySelector<HTMLInputElement>('input[type=radio]:checked') ??
      next?.querySelector<HTMLInputElement>('input[type=radio]')
    ;(focus ?? answer).focus()
  })
}
