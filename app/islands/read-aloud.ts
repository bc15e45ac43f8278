/**
 * Reads a text of the page with the browser's own voice, when asked. No voice for the language: no button, or with
 * `data-none` one that says so when it is pressed.
 */
export function readAloud(button: HTMLElement): void {
  const { none } = button.dataset
  const told = document.createElement('p')
  told.setAttribute('role', 'status')
  if (none) button.after(told)
  const tell = () => {
    told.textContent = none ?? ''
  }
  if (!('speechSynthesis' in window)) {
    button.hidden = none === undefined
    button.addEventListener('click', tell)
    return
  }
  // A part of the page may be in the person's language, the rest in the reader's.
  const lang = (button.closest<HTMLElement>('[lang]') ?? document.documentElement).lang.slice(0, 2)
  const play = button.textContent
  const voiceOf = () => speechSynthesis.getVoices().find((voice) => voice.lang.slice(0, 2) === lang)
  const show = () => {
    button.hidden = none === undefined && !voiceOf()
  }
  const isPlaying = () => button.dataset.playing === 'true'
  const mark = (playing: boolean) => {
    button.dataset.playing = String(playing)
    button.textContent = playing ? (button.dataset.stop ?? play) : play
  }
  // Voices may come late.
  speechSynthesis.addEventListener('voiceschanged', show)
  show()
  button.addEventListener('click', () => {
    speechSynthesis.cancel()
    if (!voiceOf()) return tell()
    if (isPlaying()) return mark(false)
    const parts = (button.dataset.reads ?? '').split(' ')
    // biome-ignore lint/performance/useDomNodeTextContent: its line breaks are the pauses between the lines
    const words = parts.map((id) => document.getElementById(id)?.innerText).join('\n')
    const said = new SpeechSynthesisUtterance(words)
    said.lang = lang
    said.voice = voiceOf() ?? null
    said.rate = 0.9
    said.addEventListener('end', () => mark(false))
    said.addEventListener('error', () => mark(false))
    mark(true)
    speechSynthesis.speak(said)
  })
  // Some browsers go on speaking when the page is gone.
  addEventListener('pagehide', () => speechSynthesis.cancel())
}
