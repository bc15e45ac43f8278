import { languageSkills } from '../../../data/language-levels.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  Columns,
  Facts,
  Form,
  type FormState,
  LinkButton,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as languages } from '../../language-tests/paths.ts'
import { paths as peoplePaths } from '../../people/paths.ts'
import { fullName, type Person } from '../../people/person.ts'
import { levelWords } from '../parts/levels.ts'
import { PositioningFacts } from '../parts/positioning-facts.tsx'
import { PositioningFields, type PositioningView } from '../parts/positioning-fields.tsx'
import { paths } from '../paths.ts'
import type { Level } from '../positioning.ts'

type Props = {
  person: Person
  positioning: PositioningView
  history: Level[]
  can: { edit: boolean }
  state: FormState
}

/** The positioning sheet of a person, with how levels developed. */
export function PositioningPage({ person, positioning, history, can, state }: Props) {
  const { t } = useView()
  const name = fullName(person)
  const back = peoplePaths.show({ personId: person.id })
  return (
    <StaffLayout
      title={t('referrals.positioning.title', { name })}
      crumbs={[
        { href: peoplePaths.list(), label: t('people.list.title') },
        { href: back, label: name },
      ]}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      <Columns
        main={
          can.edit ? (
            <Form action={paths.positioning({ personId: person.id })} {...state} testId="positioning-form">
              <PositioningFields fold={false} asksLanguages state={state} {...positioning} />
              <Actions>
                <Button kind="primary" testId="save-positioning">
                  {t('referrals.positioning.save')}
                </Button>
                <LinkButton kind="quiet" href={back}>
                  {t('referrals.cancel')}
                </LinkButton>
              </Actions>
            </Form>
          ) : (
            <PositioningFacts sheet={positioning.sheet} levels={positioning.levels} />
          )
        }
        aside={<History personId={person.id} levels={history} />}
      />
    </StaffLayout>
  )
}

function History({ personId, levels }: { personId: string; levels: Level[] }) {
  const { t, lang, date } = useView()
  return (
    <Section title={t('referrals.levels.history')}>
      {levels.length === 0 ? (
        <p class="unknown">{t('referrals.levels.none')}</p>
      ) : (
        <Facts
          facts={levels.map((l) => ({
            label: t('referrals.levels.skill', {
              skill: textIn(languageSkills.find((s) => s.id === l.skill)!.label, lang).text,
              language: l.language.toUpperCase(),
            }),
            value: (
              <>
                {levelWords(l.level, { t, lang })}
                <small class="found">
                  {l.by
                    ? t('referrals.levels.foundBy', {
                        how: t(`referrals.levels.source.${l.source}`),
                        on: date(l.on),
                        by: l.by,
                      })
                    : t('referrals.levels.foundOn', { how: t(`referrals.levels.source.${l.source}`), on: date(l.on) })}
                </small>
              </>
            ),
          }))}
        />
      )}
      <p>
        <a href={languages.show({ personId })}>{t('languageTests.section.open')}</a>
      </p>
    </Section>
  )
}
