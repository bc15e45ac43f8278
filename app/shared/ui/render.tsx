import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type View, ViewProvider } from './view.tsx'

/** A whole page as HTML text, doctype included. `page` is a layout with its content. */
export function renderPage(view: View, page: VNode): string {
  return `<!doctype html>${renderToString(<ViewProvider view={view}>{page}</ViewProvider>)}`
}
