/** A document on a page: the same blocks as the PDF, as headings, lists and tables, one level below the page's own h1. */
import { Dots } from '../ui/scale.tsx'
import type { Block, DocumentModel, Line } from './model.ts'

/** The document without its first heading, which the page's section already says; its language is set on it. */
export function Paper({ document }: { document: Pick<DocumentModel, 'lang' | 'blocks'> }) {
  const [first, ...rest] = document.blocks
  const blocks = first?.kind === 'heading' && first.level === 1 ? rest : document.blocks
  return (
    <div class="paper" lang={document.lang}>
      {blocks.map((block, i) => (
        <PaperBlock key={i} block={block} />
      ))}
    </div>
  )
}

function PaperBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? <h4>{block.text}</h4> : <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p class={block.quiet ? 'quiet' : undefined} lang={block.lang} dir="auto">
          {block.text}
        </p>
      )
    case 'list':
      return (
        <ul class="bullets" lang={block.lang}>
          {block.items.map((item) => (
            <li key={item} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <dl class="facts">
          {block.items.map((item) => (
            <div key={item.label}>
              <dt>{item.label}</dt>
              <dd lang={item.lang} dir="auto">
                {item.value}
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <PaperTable block={block} />
  }
}

/** Each row is a body of its own, so that what stands under it (evidence, remarks) belongs to it. */
function PaperTable({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  return (
    <div class="table-place">
      <table class="table paper-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {block.columns.map((column) => (
              <th key={column.label} scope="col" role="columnheader">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {block.rows.map((row, i) => (
          <tbody key={i} role="rowgroup">
            <tr role="row">
              {row.cells.map((lines, c) =>
                c === 0 ? (
                  <th key={c} scope="row" role="rowheader">
                    <Lines lines={lines} />
                  </th>
                ) : (
                  <td key={c} role="cell" data-label={block.columns[c]?.label}>
                    <Lines lines={lines} />
                  </td>
                ),
              )}
            </tr>
            {row.under && row.under.length > 0 && (
              <tr role="row" class="paper-under">
                <td role="cell" colSpan={block.columns.length}>
                  <Lines lines={row.under} />
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <div class="paper-lines">
      {lines.map((line, i) => (
        <p key={i} class={line.quiet ? 'quiet' : undefined} lang={line.lang} dir="auto">
          {line.dots && line.dots.value !== null ? (
            <Dots value={line.dots.value} max={line.dots.of} label={line.text} />
          ) : line.strong ? (
            <strong>{line.text}</strong>
          ) : (
            line.text
          )}
        </p>
      ))}
    </div>
  )
}
