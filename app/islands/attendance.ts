// The register of a session with script: a tap is shown at once and sent in the background, in order, until the site says
// that it has it. Each tap has a key of its own made here, so sending it again never counts twice.

type Tap = { person: string; status: string; key: string }

const retryAfter = [500, 1000, 2000, 4000, 8000]

export function attendance(place: HTMLElement): void {
  const form = place.querySelector<HTMLFormElement>('#marks')
  const unsentLine = place.querySelector<HTMLElement>('.unsent')
  if (!form || !unsentLine) return
  const rows = [...form.querySelectorAll<HTMLElement>('.register-row')]
  let queue: Tap[] = []
  const done: { person: string; before: string }[] = []
  let sending = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const rowOf = (person: string) => rows.find((row) => row.dataset.person === person)
  const buttonsOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLButtonElement>('button[data-mark]')]

  const paint = (row: HTMLElement, status: string) => {
    row.dataset.status = status
    for (const button of buttonsOf(row)) button.setAttribute('aria-pressed', String(button.dataset.mark === status))
    for (const total of place.querySelectorAll<HTMLElement>('[data-total]')) {
      const number = total.querySelector('dd')
      if (number) number.textContent = String(rows.filter((one) => one.dataset.status === total.dataset.total).length)
    }
  }

  const tell = (text?: string) => {
    unsentLine.textContent =
      text ?? (queue.length > 0 && failures > 0 ? `${place.dataset.unsent ?? ''} ${queue.length}` : '')
    place.dataset.waiting = String(queue.length)
  }

  const send = async () => {
    clearTimeout(timer)
    if (sending || queue.length === 0) return
    sending = true
    const taps = queue.slice(0, 100)
    const body = new URLSearchParams({ as: 'json' })
    for (const tap of taps) body.append('mark', `${tap.person}:${tap.status}:${tap.key}`)
    try {
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'error' })
      if (answer.status >= 500) throw new Error(String(answer.status))
      if (!answer.headers.get('content-type')?.startsWith('application/json')) return stop(answer.status)
      const said = (await answer.json()) as { status?: Record<string, string | null>; refused?: string }
      queue = queue.slice(taps.length)
      failures = 0
      if (said.refused) return refuse(said.refused)
      for (const [person, status] of Object.entries(said.status ?? {})) {
        const row = rowOf(person)
        // A later tap that is still on its way is newer than what the site knows.
        if (row && !queue.some((tap) => tap.person === person)) paint(row, status ?? 'none')
      }
      tell()
    } catch {
      const wait = retryAfter[Math.min(failures, retryAfter.length - 1)]
      failures += 1
      tell()
      timer = setTimeout(send, wait)
    } finally {
      sending = false
    }
    if (failures === 0) send()
  }

  /** The session is over or the file is closed: nothing more can be sent from this page. */
  const stop = (status: number) => {
    sending = false
    failures += 1
    tell(`${place.dataset.lost ?? ''} ${queue.length}`)
    if (status === 401) timer = setTimeout(send, 8000)
  }
  const refuse = (reason: string) => {
    tell(reason)
    unsentLine.scrollIntoView({ block: 'nearest' })
  }

  const tap = (row: HTMLElement, status: string, remember = true) => {
    const person = row.dataset.person ?? ''
    if (remember) done.push({ person, before: row.dataset.status ?? 'none' })
    queue.push({ person, status, key: crypto.randomUUID() })
    paint(row, status)
    undo.hidden = done.length === 0
    tell()
    send()
  }

  const undo = document.createElement('button')
  undo.type = 'button'
  undo.className = 'button quiet small'
  undo.textContent = place.dataset.undo ?? ''
  undo.dataset.testid = 'undo-tap'
  undo.hidden = true
  unsentLine.before(undo)
  undo.addEventListener('click', () => {
    const last = done.pop()
    const row = last && rowOf(last.person)
    if (row) tap(row, last.before, false)
    undo.hidden = done.length === 0
    row?.querySelector<HTMLElement>('button')?.focus()
  })

  form.addEventListener('submit', (event) => {
    const button = event.submitter
    const row = button?.closest<HTMLElement>('.register-row')
    if (!button || !row) return
    event.preventDefault()
    const status = button.dataset.mark ?? 'none'
    if (row.dataset.status !== status) tap(row, status)
  })

  // 1 to 5 mark the person whose row has the focus; arrows go from person to person and from word to word.
  form.addEventListener('keydown', (event) => {
    const at = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.register-row') : null
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return
    const buttons = buttonsOf(at)
    const column = Math.max(0, buttons.indexOf(event.target as HTMLButtonElement))
    const focus = (row: HTMLElement | undefined, index: number) => {
      const target = row && buttonsOf(row)[index]
      if (!target) return
      event.preventDefault()
      target.focus()
    }
    const chosen = buttons[Number(event.key) - 1]
    if (chosen) {
      event.preventDefault()
      chosen.click()
      chosen.focus()
      return
    }
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key === 'ArrowDown') focus(rows[rows.indexOf(at) + 1], column)
    else if (event.key === 'ArrowUp') focus(rows[rows.indexOf(at) - 1], column)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      focus(at, column + (event.key === forward ? 1 : -1))
  })

  // What follows reads the register from the site, so everything must have arrived before.
  for (const after of place.querySelectorAll<HTMLFormElement>('.register-acts form'))
    after.addEventListener(
      'submit',
      (event) => {
        if (queue.length === 0) return
        event.preventDefault()
        event.stopImmediatePropagation()
        const wait = () => (queue.length === 0 ? after.submit() : setTimeout(wait, 50))
        send()
        wait()
      },
      true,
    )

  addEventListener('online', () => send())
  addEventListener('beforeunload', (event) => {
    if (queue.length > 0) event.preventDefault()
  })
}
