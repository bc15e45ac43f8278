// Long, because each question of the sheet stands here once, with its hint and what counts as known.
import type { VNode } from 'preact'
import { languageSkills, levelsFor } from '../../../data/language-levels.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import { Disclosure, Field, Fieldset, type FormState, useView } from '../../../shared/ui/index.ts'
import { genders } from '../../people/person.ts'
import {
  childcares,
  digitals,
  type EvaluationFacts,
  type Level,
  levelSources,
  needs,
  type Sheet,
  schoolings,
  trainings,
  withheldLevel,
  yearsOut,
} from '../positioning.ts'

export type PositioningView = {
  sheet: Sheet
  /** The latest of each language and skill. */
  levels: readonly Level[]
  facts: EvaluationFacts | undefined
  /** Languages whose levels are asked, the most likely group language first. */
  languages: readonly string[]
  can: { identity: boolean; language: boolean; facts: boolean }
}

type Part = { name: string; isKnown: boolean; wide?: boolean; field: VNode }
type Parts = { key: string; legend: string; hint?: string; aside?: boolean; parts: Part[] }

type Asking = {
  fold: boolean
  state: FormState
  /** Only these fields, by name. */
  only?: ReadonlySet<string>
  /** Whether the languages somebody can be in a group in are asked: not where the wanted one is, beside. */
  asksLanguages?: boolean
}

/** The sheet's fields. With `fold`, what is known already is put away under one line, and only the rest is asked. */
export function PositioningFields({ fold, state, ...view }: PositioningView & Asking) {
  const { t } = useView()
  const { only } = view
  const groups = useGroups(view).map((group) =>
    only ? { ...group, parts: group.parts.filter((part) => only.has(part.name)) } : group,
  )
  const wrong = new Set(Object.keys(state.errors ?? {}))
  const known = fold ? groups.flatMap((g) => g.parts.filter((p) => p.isKnown)) : []
  return (
    <>
      {groups.map((group) => {
        const open = fold ? group.parts.filter((p) => !p.isKnown) : group.parts
        if (open.length === 0) return null
        const narrow = open.filter((p) => !p.wide)
        const fields = (
          <>
            {narrow.length > 0 && <div class="field-grid">{narrow.map((p) => p.field)}</div>}
            {open.filter((p) => p.wide).map((p) => p.field)}
          </>
        )
        // Levels in another language than the likely one of the group are asked, but not in the way.
        if (fold && group.aside)
          return (
            <Disclosure key={group.key} summary={group.legend} open={open.some((p) => wrong.has(p.name))}>
              {fields}
            </Disclosure>
          )
        return (
          <Fieldset key={group.key} legend={group.legend} hint={group.hint}>
            {fields}
          </Fieldset>
        )
      })}
      {known.length > 0 && (
        <Disclosure
          summary={t('referrals.positioning.known', { count: known.length })}
          open={known.some((p) => wrong.has(p.name))}
        >
          <div class="field-grid">{known.map((p) => p.field)}</div>
        </Disclosure>
      )}
    </>
  )
}

function useGroups(view: PositioningView & { asksLanguages?: boolean }): Parts[] {
  const person = usePersonParts(view)
  const place = usePlaceParts(view)
  const levels = useLevelGroups(view)
  const facts = useFactParts(view)
  const { t, lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const tongues: Parts = {
    key: 'languages',
    legend: t('referrals.groupLanguages'),
    parts: [
      {
        name: 'groupLanguages',
        isKnown: view.sheet.groupLanguages !== null,
        wide: true,
        field: (
          <Field
            key="groupLanguages"
            name="groupLanguages"
            type="checkboxes"
            row
            label={t('referrals.groupLanguages.which')}
            hint={t('referrals.groupLanguages.hint')}
            options={view.languages.map((value) => ({ value, label: names.of(value) ?? value }))}
          />
        ),
      },
    ],
  }
  return [
    ...(view.can.language && view.asksLanguages ? [tongues] : []),
    ...(view.can.language ? levels : []),
    { key: 'person', legend: t('referrals.positioning.person'), parts: person },
    ...(view.can.language ? [{ key: 'place', legend: t('referrals.positioning.place'), parts: place }] : []),
    ...(view.can.facts
      ? [
          {
            key: 'facts',
            legend: t('referrals.positioning.facts'),
            hint: t('referrals.positioning.facts.hint'),
            parts: facts,
          },
        ]
      : []),
  ].filter((group) => group.parts.length > 0)
}

function usePersonParts({ sheet, can }: PositioningView): Part[] {
  const { t } = useView()
  const empty = t('referrals.notKnown')
  const identity: Part[] = [
    {
      name: 'birthYear',
      isKnown: sheet.birthYear !== null || sheet.birthYearWithheld,
      wide: sheet.birthYear === null,
      field: (
        <div key="birthYear" class="stack">
          <Field name="birthYear" type="number" min={1920} label={t('referrals.birthYear')} />
          {sheet.birthYear === null && (
            <Field name="birthYearWithheld" type="checkbox" label={t('referrals.birthYear.withheld')} />
          )}
        </div>
      ),
    },
    {
      name: 'gender',
      isKnown: sheet.gender !== null,
      field: (
        <Field
          key="gender"
          name="gender"
          type="select"
          label={t('people.gender')}
          empty={empty}
          options={genders.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
        />
      ),
    },
  ]
  const school: Part[] = [
    {
      name: 'schooling',
      isKnown: sheet.schooling !== null,
      field: (
        <Field
          key="schooling"
          name="schooling"
          type="select"
          label={t('referrals.schooling')}
          empty={empty}
          options={schoolings.map((value) => ({ value, label: t(`referrals.schooling.${value}`) }))}
        />
      ),
    },
    {
      name: 'digital',
      isKnown: sheet.digital !== null,
      field: (
        <Field
          key="digital"
          name="digital"
          type="select"
          label={t('referrals.digital')}
          empty={empty}
          options={digitals.map((value) => ({ value, label: t(`referrals.digital.${value}`) }))}
        />
      ),
    },
  ]
  return [...(can.identity ? identity : []), ...(can.language ? school : [])]
}

function usePlaceParts({ sheet }: PositioningView): Part[] {
  const { t } = useView()
  const empty = t('referrals.notKnown')
  return [
    {
      name: 'place',
      isKnown: sheet.place !== null,
      field: <Field key="place" name="place" label={t('referrals.place')} hint={t('referrals.place.hint')} />,
    },
    {
      name: 'mobile',
      isKnown: sheet.mobile !== null,
      field: (
        <Field
          key="mobile"
          name="mobile"
          type="select"
          label={t('referrals.mobile')}
          hint={t('referrals.mobile.hint')}
          empty={empty}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`people.${value}`) }))}
        />
      ),
    },
    {
      name: 'childcare',
      isKnown: sheet.childcare !== null,
      field: (
        <Field
          key="childcare"
          name="childcare"
          type="select"
          label={t('referrals.childcare')}
          empty={empty}
          options={childcares.map((value) => ({ value, label: t(`referrals.childcare.${value}`) }))}
        />
      ),
    },
    {
      name: 'earliestStart',
      isKnown: sheet.earliestStart !== null,
      wide: sheet.earliestStart === null,
      field: (
        <div key="earliestStart" class="stack">
          <Field name="earliestStart" type="date" label={t('referrals.earliestStart')} />
          {sheet.earliestStart === null && (
            <Field name="freeNow" type="checkbox" label={t('referrals.earliestStart.now')} />
          )}
        </div>
      ),
    },
    {
      name: 'halfDays',
      isKnown: sheet.halfDays !== null,
      wide: true,
      field: (
        <Field
          key="halfDays"
          name="halfDays"
          type="half-days"
          label={t('referrals.halfDays')}
          hint={t('referrals.halfDays.hint')}
        />
      ),
    },
    {
      name: 'needs',
      isKnown: sheet.needs !== null,
      wide: true,
      field: (
        <Field
          key="needs"
          name="needs"
          type="checkboxes"
          row
          label={t('referrals.needs')}
          options={needs.map((value) => ({ value, label: t(`referrals.needs.${value}`) }))}
        />
      ),
    },
  ]
}

function useLevelGroups({ levels, languages }: PositioningView): Parts[] {
  const { t, lang } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  const groups: Parts[] = languages.map((language, i) => ({
    key: `level-${language}`,
    aside: i > 0,
    legend: t('referrals.levels.of', { language: names.of(language) }),
    parts: languageSkills.map((skill) => ({
      name: `level.${language}.${skill.id}`,
      isKnown: levels.some((l) => l.language === language && l.skill === skill.id),
      field: (
        <Field
          key={`${language}.${skill.id}`}
          name={`level.${language}.${skill.id}`}
          type="select"
          label={t('referrals.levels.skill', {
            skill: textIn(skill.label, lang).text,
            language: language.toUpperCase(),
          })}
          empty={t('referrals.notKnown')}
          options={[
            ...levelsFor(skill.id)
              .filter((level) => level.code !== 'not-assessed')
              .map((level) => ({ value: level.code, label: textIn(level.label, lang).text })),
            { value: withheldLevel, label: t('referrals.levels.not-disclosed') },
          ]}
        />
      ),
    })),
  }))
  const how: Parts = {
    key: 'how',
    legend: t('referrals.levels.how'),
    hint: t('referrals.levels.how.hint'),
    parts: [
      {
        name: 'levelSource',
        isKnown: false,
        wide: true,
        field: (
          <Field
            key="levelSource"
            name="levelSource"
            type="radio"
            row
            value="self-declared"
            label={t('referrals.levels.source')}
            options={levelSources.map((value) => ({ value, label: t(`referrals.levels.source.${value}`) }))}
          />
        ),
      },
      {
        name: 'levelOn',
        isKnown: false,
        field: (
          <Field
            key="levelOn"
            name="levelOn"
            type="date"
            label={t('referrals.levels.on')}
            hint={t('referrals.levels.on.hint')}
          />
        ),
      },
    ],
  }
  return groups.length > 0 ? [...groups, how] : []
}

function useFactParts({ facts }: PositioningView): Part[] {
  const { t } = useView()
  const empty = t('referrals.notKnown')
  return [
    {
      name: 'vocationalTraining',
      isKnown: Boolean(facts?.vocationalTraining),
      field: (
        <Field
          key="vocationalTraining"
          name="vocationalTraining"
          type="select"
          label={t('referrals.vocationalTraining')}
          empty={empty}
          options={trainings.map((value) => ({ value, label: t(`referrals.vocationalTraining.${value}`) }))}
        />
      ),
    },
    {
      name: 'yearsOutOfWork',
      isKnown: Boolean(facts?.yearsOutOfWork),
      field: (
        <Field
          key="yearsOutOfWork"
          name="yearsOutOfWork"
          type="select"
          label={t('referrals.yearsOutOfWork')}
          empty={empty}
          options={yearsOut.map((value) => ({ value, label: t(`referrals.yearsOutOfWork.${value}`) }))}
        />
      ),
    },
    {
      name: 'firstAidOn',
      isKnown: Boolean(facts?.firstAidOn),
      field: <Field key="firstAidOn" name="firstAidOn" type="date" label={t('referrals.firstAidOn')} />,
    },
  ]
}
