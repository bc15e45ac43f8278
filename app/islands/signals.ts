// Signals from the register with script: the dialog opens with the person chosen, closes at once and sends in the background,
// in order and again until the site has it. Each signal has a key of its own made here, so sending it again never counts twice.

type Waiting = { person: string; name: string; action: string; body: string }
type Answer = { noted?: string; says?: string; href?: string; settled?: boolean; refused?: string }

const retryAfter = [500, 1000, 2000, 4000, 8000]

export function signals(place: HTMLElement): void {
  if (!(place instanceof HTMLDialogElement)) return
  const dialog = place
  const form = dialog.querySelector('form')
  const title = dialog.querySelector('h2')
  const problem = dialog.querySelector<HTMLElement>('[data-signal-error]')
  if (!form || !title || !problem) return
  const line = document.createElement('p')
  line.className = 'signal-line'
  line.setAttribute('role', 'status')
  line.dataset.testid = 'signal-line'
  dialog.before(line)

  const queue: Waiting[] = []
  /** What was begun for somebody and not saved: it is there again when the dialog is opened for them. */
  const begun = new Map<string, FormData>()
  let now: HTMLAnchorElement | undefined
  let sending = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const named = (text: string | undefined, name: string) => (text ?? '').replace('{name}', name)
  const radios = () => [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')]
  const input = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const keep = () => {
    if (now) begun.set(now.dataset.signal ?? '', new FormData(form))
  }

  const open = (link: HTMLAnchorElement) => {
    now = link
    form.reset()
    form.action = link.href.split('?')[0] ?? link.href
    title.textContent = named(dialog.dataset.title, link.dataset.name ?? '')
    problem.textContent = ''
    input('id').value = crypto.randomUUID()
    input('enrolment').value = link.dataset.enrolment ?? ''
    const before = begun.get(link.dataset.signal ?? '')
    if (before) {
      for (const radio of radios()) radio.checked = before.get(radio.name) === radio.value
      input('body').value = String(before.get('body') ?? '')
    }
    dialog.showModal()
  }

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-signal]'))
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open(link)
    })
  dialog.querySelector('[data-signal-close]')?.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => {
    keep()
    now?.focus()
  })

  const send = async () => {
    clearTimeout(timer)
    const next = queue[0]
    if (sending || !next) return
    sending = true
    try {
      const answer = await fetch(next.action, {
        method: 'POST',
        body: new URLSearchParams(next.body),
        redirect: 'error',
      })
      if (answer.status >= 500) throw new Error(String(answer.status))
      if (!answer.headers.get('content-type')?.startsWith('application/json')) {
        line.textContent = dialog.dataset.lost ?? ''
        timer = setTimeout(send, 8000)
        return
      }
      const said = (await answer.json()) as Answer
      queue.shift()
      failures = 0
      tell(said)
    } catch {
      line.textContent = named(dialog.dataset.unsent, next.name)
      timer = setTimeout(send, retryAfter[Math.min(failures, retryAfter.length - 1)])
      failures += 1
      return
    } finally {
      sending = false
    }
    send()
  }

  const tell = (said: Answer) => {
    const link = document.createElement('a')
    link.textContent = said.says ?? said.refused ?? ''
    if (said.href) link.href = said.href
    line.replaceChildren(link)
    line.classList.toggle('attention', said.settled === false || said.refused !== undefined)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const body = new FormData(form)
    if (!body.get('theme') || !String(body.get('body') ?? '').trim()) {
      problem.textContent = dialog.dataset.missing ?? ''
      form.querySelector<HTMLInputElement>(body.get('theme') ? 'input[name=body]' : 'input[name=theme]')?.focus()
      return
    }
    const sent = new URLSearchParams({ as: 'json' })
    for (const [name, value] of body) if (typeof value === 'string') sent.append(name, value)
    queue.push({
      person: now?.dataset.signal ?? '',
      name: now?.dataset.name ?? '',
      action: form.action,
      body: sent.toString(),
    })
    form.reset()
    dialog.close()
    begun.delete(now?.dataset.signal ?? '')
    send()
  })

  addEventListener('online', () => send())
  addEventListener('beforeunload', (event) => {
    if (queue.length > 0) event.preventDefault()
  })
}
