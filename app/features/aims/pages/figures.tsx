import type { AimKind } from '../../../blueprints/parts/aims.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Facts, Section, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import { paths as programmes } from '../../programmes/paths.ts'
import { type Programme, titleIn } from '../../programmes/programme.ts'
import { type AimResultKey, aimResults } from '../aim.ts'
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
        rows={['people', ...aimResults, 'none'] as const}
        rowKey={(key) => key}
        testId="aim-figures"
        columns={[
          {
            label: t('aims.figures.result'),
            head: true,
            cell: (key) =>
              key === 'people'
                ? t('aims.figures.people')
                : t(key === 'none' ? 'aims.figures.open' : `aims.result.${key}`),
          },
          ...shown.map((row) => ({
            label: kindName(row.kind, kinds, { t, lang }),
            number: true,
            cell: (key: 'people' | 'none' | AimResultKey) => (key === 'people' ? row.people : row.byResult[key]),
          })),
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
