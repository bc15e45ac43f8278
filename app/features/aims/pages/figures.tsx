import type { AimKind } from '../../../blueprints/parts/aims.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Facts, Section, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { aimResults } from '../aim.ts'
import { kindName } from '../parts/words.tsx'
import type { AimRow } from '../rules.ts'

type Props = { programme: Programme; kinds: readonly AimKind[]; rows: AimRow[] }

/** How many people have which aim and what became of it: success is counted against the aim. Counts only, nobody's name. */
export function AimFiguresPage({ programme, kinds, rows }: Props) {
  const { t, lang } = useView()
  const title = titleIn(programme, lang)
  const shown = rows.filter((row) => row.people > 0 || kinds.some(({ key }) => key === row.kind))
  return (
    <StaffLayout
      title={t('aims.figures.title', { programme: title })}
      lead={t('aims.figures.lead')}
      crumbs={[{ href: programmes.show({ programmeId: programme.id }), label: title }]}
    >
      <Table
        caption={t('aims.figures.caption')}
        hideCaption
        rows={shown}
        rowKey={({ kind }) => kind}
        testId="aim-figures"
        columns={[
          { label: t('aims.title'), head: true, cell: ({ kind }) => kindName(kind, kinds, { t, lang }) },
          { label: t('aims.figures.people'), number: true, cell: ({ people }) => people },
          ...aimResults.map((result) => ({
            label: t(`aims.result.${result}`),
            number: true,
            cell: ({ byResult }: AimRow) => byResult[result],
          })),
          { label: t('aims.figures.open'), number: true, cell: ({ byResult }) => byResult.none },
        ]}
      />
      <Section title={t('aims.figures.definitions')}>
        <p>{t('aims.figures.definition')}</p>
        <Facts
          facts={kinds.map((kind) => ({
            label: textIn(kind.label, lang).text,
            value: textIn(kind.success, lang).text,
          }))}
        />
      </Section>
    </StaffLayout>
  )
}
