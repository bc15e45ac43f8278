import { languageSkillIds } from '../../../data/language-levels.ts'
import { Facts, useView } from '../../../shared/ui/index.ts'
import { type Level, type Sheet, withheldLevel } from '../positioning.ts'
import { Tags } from './tags.tsx'

/** The sheet to read: what is known, and what is not known yet. */
export function PositioningFacts({ sheet, levels }: { sheet: Sheet; levels: readonly Level[] }) {
  const { t, date } = useView()
  return (
    <Facts
      columns
      facts={[
        ...levelFacts(levels).map(({ language, codes }) => ({
          label: t('referrals.levels.short', { language: language.toUpperCase() }),
          value: <LevelLine codes={codes} />,
        })),
        {
          label: t('referrals.birthYear'),
          value: sheet.birthYear ?? (sheet.birthYearWithheld ? t('referrals.birthYear.withheld') : null),
        },
        { label: t('people.gender'), value: sheet.gender && t(`people.gender.${sheet.gender}`) },
        { label: t('referrals.schooling'), value: sheet.schooling && t(`referrals.schooling.${sheet.schooling}`) },
        { label: t('referrals.digital'), value: sheet.digital && t(`referrals.digital.${sheet.digital}`) },
        { label: t('referrals.place'), value: sheet.place },
        {
          label: t('referrals.mobile'),
          value: sheet.mobile === null ? null : t(`people.${sheet.mobile ? 'yes' : 'no'}`),
        },
        { label: t('referrals.halfDays'), value: sheet.halfDays && <HalfDayTags halfDays={sheet.halfDays} /> },
        { label: t('referrals.childcare'), value: sheet.childcare && t(`referrals.childcare.${sheet.childcare}`) },
        {
          label: t('referrals.needs'),
          value: sheet.needs && <NeedTags needs={sheet.needs} />,
        },
        { label: t('referrals.earliestStart'), value: sheet.earliestStart && date(sheet.earliestStart) },
      ]}
    />
  )
}

/** By language, the codes of the four skills in their order; null where a skill is not known. */
function levelFacts(levels: readonly Level[]) {
  return [...new Set(levels.map((l) => l.language))].map((language) => ({
    language,
    codes: languageSkillIds.map(
      (skill) => levels.find((l) => l.language === language && l.skill === skill)?.level ?? null,
    ),
  }))
}

function LevelLine({ codes }: { codes: (Level['level'] | null)[] }) {
  const { t } = useView()
  return (
    <Tags
      words={codes.map((code, i) => {
        const skill = languageSkillIds[i]!
        return {
          key: skill,
          word: t('referrals.levels.one', {
            skill: t(`referrals.levels.abbr.${skill}`),
            level: code === withheldLevel ? '–' : (code ?? '?'),
          }),
        }
      })}
    />
  )
}

export function NeedTags({ needs }: { needs: readonly string[] }) {
  const { t } = useView()
  return <Tags words={needs.map((need) => ({ key: need, word: t(`referrals.needs.${need as 'breaks'}`) }))} />
}

/** `mon-am` as "Mon am". */
export function HalfDayTags({ halfDays }: { halfDays: readonly string[] }) {
  const { t } = useView()
  return (
    <Tags
      words={halfDays.map((halfDay) => {
        const [day, half] = halfDay.split('-') as ['mon', 'am']
        const word = t('referrals.halfDay', { day: t(`ui.day.${day}.short`), half: t(`referrals.half.${half}`) })
        return { key: halfDay, word }
      })}
    />
  )
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** The same in two short lines, one for the mornings and one for the afternoons: for lists. */
export function HalfDayLines({ halfDays }: { halfDays: readonly string[] }) {
  const { t, lang } = useView()
  const list = new Intl.ListFormat(lang, { type: 'unit', style: 'short' })
  const lines = (['am', 'pm'] as const).flatMap((half) => {
    const days = weekdays.filter((day) => halfDays.includes(`${day}-${half}`))
    if (days.length === 0) return []
    const words =
      days.length === weekdays.length
        ? t('referrals.halfDays.everyDay')
        : list.format(days.map((day) => t(`ui.day.${day}.short`)))
    return [{ half, words: t('referrals.halfDays.line', { half: t(`referrals.half.${half}`), days: words }) }]
  })
  return (
    <>
      {lines.map(({ half, words }) => (
        <span key={half} class="block nowrap">
          {words}
        </span>
      ))}
    </>
  )
}
