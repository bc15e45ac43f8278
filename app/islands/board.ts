// The columns of a plan with script: arrow keys go from card to card, M opens the places a person can go to, and a card can be
// dragged onto a column. All three end at the same page that works without script; its middle opens here as a dialog.

export function board(place: HTMLElement): void {
  const dialog = makeDialog(place)
  place.addEventListener('keydown', (event) => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-person]') : null
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() === 'm') {
      event.preventDefault()
      void dialog.open(addressOf(place, card))
      return
    }
    const next = neighbour(place, card, event.key)
    if (!next) return
    event.preventDefault()
    moverOf(next)?.focus()
  })
  place.addEventListener('click', (event) => {
    const mover = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-mover]') : null
    if (!mover || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void dialog.open(mover.href)
  })
  drag(place, (card, to) => void dialog.open(addressOf(place, card, to)))
}

const moverOf = (card: HTMLElement) => card.querySelector<HTMLElement>('[data-mover]')

function addressOf(place: HTMLElement, card: HTMLElement, to?: string): string {
  const query = new URLSearchParams({ who: card.dataset.person ?? '' })
  if (to !== undefined) query.set('to', to)
  return `${place.dataset.move}?${query}`
}

/** The card that an arrow key leads to: up and down in its column, sideways at the same height. */
function neighbour(place: HTMLElement, card: HTMLElement, key: string): HTMLElement | undefined {
  const columns = [...place.querySelectorAll<HTMLElement>('[data-place]')]
    .map((column) => [...column.querySelectorAll<HTMLElement>('[data-person]')])
    .filter((cards) => cards.length > 0)
  const at = columns.findIndex((cards) => cards.includes(card))
  const row = columns[at]?.indexOf(card) ?? -1
  const forward = getComputedStyle(place).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  if (key === 'ArrowDown') return columns[at]?.[row + 1]
  if (key === 'ArrowUp') return columns[at]?.[row - 1]
  const column = key === forward ? columns[at + 1] : key === backward ? columns[at - 1] : undefined
  return column?.[Math.min(row, column.length - 1)]
}

/** A dialog that shows the middle of the page of a move; links inside that lead to another move stay in it. */
function makeDialog(place: HTMLElement) {
  const dialog = document.createElement('dialog')
  const middle = document.createElement('div')
  const close = document.createElement('button')
  dialog.className = 'dialog move-dialog'
  middle.className = 'move'
  dialog.dataset.testid = 'move-dialog'
  dialog.setAttribute('aria-label', place.dataset.choose ?? '')
  close.className = 'button'
  close.type = 'button'
  close.textContent = place.dataset.close ?? ''
  close.addEventListener('click', () => dialog.close())
  dialog.append(middle, close)
  place.after(dialog)
  let opener: Element | null = null
  dialog.addEventListener('close', () => (opener as HTMLElement | null)?.focus())

  const open = async (address: string) => {
    if (!dialog.open) opener = document.activeElement
    try {
      const answer = await fetch(address, { headers: { accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const found = page.querySelector('#move')
      // Signed out, or the plan has gone: the page itself says so.
      if (!answer.ok || answer.redirected || !found) return location.assign(address)
      middle.replaceChildren(...found.childNodes)
      if (!dialog.open) dialog.showModal()
      const first = middle.querySelector<HTMLElement>('form button, [data-inside]') ?? close
      first.focus()
    } catch {
      location.assign(address)
    }
  }
  dialog.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href*="/move?"]') : null
    if (!link || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void open(link.href)
  })
  // A mouse presses faster than a page comes back.
  dialog.addEventListener('submit', (event) => {
    if (dialog.dataset.sent) event.preventDefault()
    dialog.dataset.sent = 'yes'
  })
  return { open }
}

/** How far a card must be pulled before it comes off, so that a click stays a click. */
const slack = 6

/**
 * Pulling a card onto another column. A mouse or pen takes it anywhere but on its links and buttons; a finger scrolls, so on a
 * touch screen people are moved with the button.
 */
function drag(place: HTMLElement, drop: (card: HTMLElement, to: string) => void): void {
  place.addEventListener('pointerdown', (down) => {
    const target = down.target instanceof Element ? down.target : null
    const card = target?.closest<HTMLElement>('[data-person]')
    if (!card || down.button !== 0 || down.pointerType === 'touch' || target?.closest('a, button, summary')) return
    let ghost: HTMLElement | undefined
    let over: HTMLElement | null = null
    const home = card.closest('[data-place]')

    const move = (event: PointerEvent) => {
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY]
      if (!ghost && Math.hypot(x, y) < slack) return
      event.preventDefault()
      ghost ??= lift(card)
      ghost.style.transform = `translate(${x}px, ${y}px)`
      const below =
        document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-place]') ?? null
      const next = below !== home && below && place.contains(below) ? below : null
      if (next !== over) {
        over?.classList.remove('over')
        next?.classList.add('over')
        over = next
      }
      scrollAt(place, event.clientX)
    }
    const end = (event: Event) => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
      removeEventListener('keydown', cancel)
      ghost?.remove()
      card.classList.remove('lifted')
      over?.classList.remove('over')
      if (event.type === 'pointerup' && ghost && over) {
        moverOf(card)?.focus({ preventScroll: true })
        drop(card, over.dataset.place ?? '')
      }
    }
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end(event)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
    addEventListener('keydown', cancel)
  })
}

/** A picture of the card that follows the pointer; the card itself stays until the change counts. */
function lift(card: HTMLElement): HTMLElement {
  const { left, top, width } = card.getBoundingClientRect()
  const ghost = card.cloneNode(true) as HTMLElement
  ghost.removeAttribute('data-person')
  ghost.setAttribute('aria-hidden', 'true')
  ghost.inert = true
  ghost.classList.add('ghost')
  ghost.style.left = `${left}px`
  ghost.style.top = `${top}px`
  ghost.style.width = `${width}px`
  card.classList.add('lifted')
  getSelection()?.removeAllRanges()
  document.body.append(ghost)
  return ghost
}

/** Near its edge the board moves on under the pointer. */
function scrollAt(place: HTMLElement, x: number): void {
  const { left, right } = place.getBoundingClientRect()
  if (x < left + 48) place.scrollLeft -= 16
  if (x > right - 48) place.scrollLeft += 16
}
