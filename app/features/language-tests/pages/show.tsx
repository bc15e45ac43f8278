import { type LanguageSkillId, languageLevel, languageSkillIds } from '../../../data/language-levels.ts'
import {
  Columns,
  Disclosure,
  EmptyState,
  Facts,
  type FormState,
  LinkButton,
  Section,
  StaffLayout,
  Table,
  useView,
} from '../../../shared/ui/index.ts'
import { languageName } from '../../groups/parts/tabs.tsx'
import { contactLanguage } from '../../people/languages.ts'
import { paths as people } from '../../people/paths.ts'
import { fullName } from '../../people/person.ts'
import { withheldLevel } from '../../referrals/positioning.ts'
import type { LanguageTest, NotedSchooling, ThenAndNow } from '../language-test.ts'
import { withheld } from '../language-test.ts'
import { LevelLine } from '../parts/line.tsx'
import { StepsWords } from '../parts/steps.tsx'
import { TriageSection } from '../parts/triage.tsx'
import { levelName, skillName } from '../parts/words.ts'
import { paths } from '../paths.ts'
import { currentLevels, overTime } from '../rules.ts'
import type { LanguageView, PersonLanguages } from '../show.view.ts'

/** A person's languages: then and now for each skill, every sitting, schooling and triage. */
export function LanguagesPage(view: PersonLanguages & { triage?: { language: string; state: FormState } }) {
  const { t, lang } = useView()
  const { person, can, languages } = view
  const personId = person.id
  return (
    <StaffLayout
      title={t('languageTests.of', { name: fullName(person) })}
      crumbs={[
        { href: people.list(), label: t('people.list.title') },
        { href: people.show({ personId }), label: fullName(person) },
      ]}
      actions={
        can.write && (
          <LinkButton
            kind="primary"
            icon="plus"
            href={paths.create({ personId }, { language: languages[0]?.language })}
            testId="new-language-test"
          >
            {t('languageTests.new')}
          </LinkButton>
        )
      }
      invalid={view.triage !== undefined}
    >
      <Columns
        main={languages.map((one) => (
          <Section
            key={one.language}
            title={t('languageTests.section', { language: languageName(one.language, lang) })}
            id={one.language}
          >
            <Levels view={one} />
          </Section>
        ))}
        aside={
          <>
            <SchoolingSection all={view.schooling} personId={personId} canWrite={can.write} />
            {languages.map((one) => (
              <TriageSection
                key={one.language}
                personId={personId}
                view={one}
                several={languages.length > 1}
                canWrite={can.write}
                state={view.triage?.language === one.language ? view.triage.state : undefined}
              />
            ))}
          </>
        }
      />
    </StaffLayout>
  )
}

function Levels({ view }: { view: LanguageView }) {
  const { t, lang, date } = useView()
  if (view.tests.length === 0) return <EmptyState title={t('languageTests.none')} />
  const now = currentLevels(view.levels)
  const told = Object.entries(now).filter(([, level]) => level === withheldLevel) as [LanguageSkillId, string][]
  return (
    <>
      <Table
        caption={t('languageTests.thenAndNow')}
        rows={view.thenAndNow}
        rowKey={(one) => `${one.skill} ${one.track}`}
        testId="then-and-now"
        columns={[
          {
            label: t('languageTests.skill'),
            head: true,
            cell: (one) => (
              <>
                {skillName(one.skill, lang)}
                {isSplit(view.thenAndNow, one) && (
                  <small class="block">
                    {t(one.track === 'alpha' ? 'languageTests.track.alpha.short' : 'languageTests.track.cefr')}
                  </small>
                )}
              </>
            ),
          },
          { label: t('languageTests.then'), cell: (one) => <Found {...one.first} /> },
          {
            label: t('languageTests.now'),
            cell: (one) =>
              one.first.on === one.last.on ? (
                <span class="unknown">{t('languageTests.once')}</span>
              ) : (
                <Found {...one.last} />
              ),
          },
          {
            label: t('languageTests.steps'),
            cell: (one) => (
              <div>
                <StepsWords one={one} />
                <LevelLine
                  track={one.track}
                  points={overTime(view.levels, one.skill).filter(
                    ({ level }) => languageLevel(level).track === one.track,
                  )}
                  label={skillName(one.skill, lang)}
                />
              </div>
            ),
          },
        ]}
      />
      {told.length > 0 && (
        <p class="hint">
          {t('languageTests.withheld.list', {
            skills: new Intl.ListFormat(lang).format(told.map(([skill]) => skillName(skill, lang))),
          })}
        </p>
      )}
      <p class="hint">{t('languageTests.steps.definition')}</p>
      <Disclosure summary={t('languageTests.all', { count: view.tests.length })} open={view.tests.length <= 3}>
        <Table
          caption={t('languageTests.all', { count: view.tests.length })}
          hideCaption
          rows={view.tests}
          rowKey={(one) => one.id}
          testId="language-tests"
          columns={[
            {
              label: t('languageTests.on'),
              head: true,
              cell: (one) => (
                <>
                  {date(one.on)}
                  {one.moment && <small class="block">{t(`languageTests.moment.${one.moment}`)}</small>}
                </>
              ),
            },
            { label: t('languageTests.levels'), cell: (one) => <SittingLevels test={one} /> },
            { label: t('languageTests.how'), cell: (one) => <How test={one} /> },
          ]}
        />
      </Disclosure>
    </>
  )
}

/** Whether a skill stands on both tracks, so that they must be told apart. */
const isSplit = (all: ThenAndNow[], one: ThenAndNow) =>
  one.track === 'alpha' || all.some((other) => other.skill === one.skill && other.track !== one.track)

function Found({ level, on, source }: ThenAndNow['first']) {
  const { t, lang, date } = useView()
  return (
    <div>
      <strong>{levelName(level, { t, lang })}</strong>
      <small class="block">
        {source === 'self-declared' ? t('languageTests.foundSelf', { date: date(on) }) : date(on)}
      </small>
    </div>
  )
}

function SittingLevels({ test }: { test: LanguageTest }) {
  const { t, lang } = useView()
  return (
    <div>
      {test.levels
        .toSorted((a, b) => languageSkillIds.indexOf(a.skill) - languageSkillIds.indexOf(b.skill))
        .map(({ skill, level }) => (
          <span key={skill} class="block">
            {t('languageTests.skillLevel', { skill: skillName(skill, lang), level: levelName(level, { t, lang }) })}
          </span>
        ))}
    </div>
  )
}

function How({ test }: { test: LanguageTest }) {
  const { t } = useView()
  const who = test.assessor ?? test.by
  return (
    <div>
      {t(`languageTests.source.${test.source}`)}
      {[test.testName, test.issuer].filter(Boolean).map((words) => (
        <span key={words} class="block">
          {words}
        </span>
      ))}
      {who && <small class="block">{t('languageTests.by', { name: who })}</small>}
    </div>
  )
}

function SchoolingSection(props: { all: NotedSchooling[]; personId: string; canWrite: boolean }) {
  const { t, date } = useView()
  const [now, ...before] = props.all
  return (
    <Section
      title={t('languageTests.schooling')}
      card
      id="schooling"
      actions={
        props.canWrite && (
          <LinkButton size="small" href={paths.schooling({ personId: props.personId })} testId="edit-schooling">
            {t('languageTests.edit')}
          </LinkButton>
        )
      }
    >
      <SchoolingFacts schooling={now} />
      {now && <p class="hint">{t('languageTests.notedBy', { name: now.by, date: date(now.on) })}</p>}
      {before.length > 0 && (
        <Disclosure summary={t('languageTests.before', { count: before.length })}>
          {before.map((one) => (
            <div key={one.id}>
              <p class="hint">{t('languageTests.notedBy', { name: one.by, date: date(one.on) })}</p>
              <SchoolingFacts schooling={one} />
            </div>
          ))}
        </Disclosure>
      )}
    </Section>
  )
}

function SchoolingFacts({ schooling }: { schooling: NotedSchooling | undefined }) {
  const { t, lang } = useView()
  const told = t('languageTests.withheld')
  return (
    <Facts
      facts={[
        {
          label: t('languageTests.years'),
          value: schooling?.yearsWithheld
            ? told
            : schooling?.years === null
              ? null
              : schooling && String(schooling.years),
        },
        {
          label: t('languageTests.schooledIn'),
          value:
            schooling?.schooledIn &&
            (schooling.schooledIn === withheld ? told : contactLanguage({ lang }, schooling.schooledIn)),
        },
        {
          label: t('languageTests.script'),
          value: schooling?.script && t(`languageTests.script.${schooling.script}`),
        },
        { label: t('languageTests.reads'), value: schooling?.reads && t(`languageTests.reads.${schooling.reads}`) },
        {
          label: t('languageTests.literacyClasses'),
          value: schooling?.literacyClasses && t(`languageTests.yesNo.${schooling.literacyClasses}`),
        },
      ]}
    />
  )
}
