/** Starts behaviours on elements that name them: `<form data-island="autosave confirm-once">`. */
export type Island = (element: HTMLElement) => void

/** Runs each named island once per element. A page without script keeps working. */
export function start(islands: Record<string, Island>): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    for (const name of (element.dataset.island ?? '').split(' ')) islands[name]?.(element)
  }
}
