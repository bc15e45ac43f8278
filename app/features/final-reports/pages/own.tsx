import type { Block, DocumentModel, Line } from '../../../shared/documents/model.ts'
import { direction } from '../../../shared/i18n/languages.ts'
import { Facts, Notice, ParticipantLayout, useView } from '../../../shared/ui/index.ts'
import { paths as space } from '../../space/paths.ts'
import { paths } from '../paths.ts'
import type { Frame, SentVersion } from '../report.ts'

type OwnView = {
  versions: SentVersion[]
  shown: SentVersion | undefined
  document: DocumentModel | undefined
  frame: Frame | undefined
}

/** The person's own report: what was sent, to whom, and the words themselves. */
export function OwnReportPage({ versions, shown, document, frame }: OwnView) {
  const { t, date } = useView()
  return (
    <ParticipantLayout
      title={t('finalReports.own.title')}
      back={{ href: space.home(), label: t('finalReports.own.back') }}
    >
      {!shown || !document || !frame ? (
        <Notice title={t('finalReports.own.none')}>
          <p>{t('finalReports.own.none.text')}</p>
        </Notice>
      ) : (
        <>
          <p>{t('finalReports.own.sent', { day: date(shown.sentOn, 'long'), name: frame.sentByName })}</p>
          <section class="card stack-small">
            <h2>{t('finalReports.own.who')}</h2>
            <ul class="bullets">
              {frame.recipients.map((one) => {
                const receipt = shown.receipts.find(({ userId }) => userId === one.userId)
                return (
                  <li key={one.userId}>
                    <bdi>{one.name}</bdi>, <bdi>{one.institution}</bdi>
                    <br />
                    <small>
                      {receipt?.receivedOn
                        ? t('finalReports.own.received', { day: date(receipt.receivedOn, 'long') })
                        : t('finalReports.own.notYet')}
                    </small>
                  </li>
                )
              })}
            </ul>
          </section>
          <div class="stack-small" data-testid="own-report">
            {parts(document.blocks).map((blocks, i) => (
              <section key={i} class="card stack-small" lang={document.lang} dir={direction(document.lang)}>
                {blocks.map((block, b) => (
                  <OwnBlock key={b} block={block} />
                ))}
              </section>
            ))}
          </div>
          <Notice title={t('finalReports.own.wrong')}>
            <p>{t('finalReports.own.wrong.text')}</p>
          </Notice>
          <Notice title={t('finalReports.own.paper')}>
            <p>{t('finalReports.own.paper.text')}</p>
          </Notice>
          {versions.length > 1 && (
            <section class="stack-small">
              <h2>{t('finalReports.own.versions')}</h2>
              <ul class="bullets">
                {versions.map((version) => (
                  <li key={version.id}>
                    <a
                      href={paths.own({ version: version.id })}
                      aria-current={version.id === shown.id ? 'page' : undefined}
                    >
                      {t('finalReports.own.version', { day: date(version.sentOn, 'long'), version: version.number })}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </ParticipantLayout>
  )
}

/** Section by section; names and receivers at both ends are told above. */
function parts(blocks: readonly Block[]): Block[][] {
  const all: Block[][] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level < 3) all.push([])
    all.at(-1)?.push(block)
  }
  return all.slice(1, -1)
}

const textOf = (lines: readonly Line[]) => lines.map(({ text }) => text).join(' ')

/** A table is told row by row on a small screen. */
function OwnBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? <h3>{block.text}</h3> : <h2>{block.text}</h2>
    case 'paragraph':
      return block.quiet ? (
        <p dir="auto">
          <small>{block.text}</small>
        </p>
      ) : (
        <p dir="auto">{block.text}</p>
      )
    case 'list':
      return (
        <ul class="bullets">
          {block.items.map((item) => (
            <li key={item} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return <Facts facts={block.items.map(({ label, value }) => ({ label, value: <bdi>{value}</bdi> }))} />
    case 'table':
      return (
        <ul class="bullets">
          {block.rows.map((row, i) => (
            <li key={i} dir="auto">
              <strong>{textOf(row.cells[0] ?? [])}</strong>
              {row.cells.slice(1).map((cell, c) => (
                <span key={c}>
                  <br />
                  {block.columns.length > 2 && <small>{block.columns[c + 1]?.label} </small>}
                  {textOf(cell)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )
  }
}
