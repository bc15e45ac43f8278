import {
  type CompetenceGroupId,
  type CompetenceId,
  competenceGroups,
  competences,
} from '../../../../data/competences.ts'
import type { Refusal as Refused } from '../../../../shared/rules.ts'
import {
  Actions,
  Button,
  Choice,
  Form,
  LinkButton,
  Notice,
  ParticipantLayout,
  Progress,
  Refusal,
  Tile,
  Tiles,
  useView,
} from '../../../../shared/ui/index.ts'
import { me } from '../../paths.ts'
import { aboutTen } from '../../rules/working.ts'
import { useVocabulary } from '../parts.tsx'

/** What was picked so far, group by group. */
export function PicksPage(props: { picks: CompetenceId[]; locked: boolean; started: boolean }) {
  const { t } = useView()
  const words = useVocabulary()
  const { picks, locked } = props
  const count = picks.length
  const advice = count < aboutTen.fewest ? 'few' : count > aboutTen.most ? 'many' : 'good'
  return (
    <ParticipantLayout
      title={t('profiles.me.task.pick')}
      lead={t('profiles.me.pick.count', { count })}
      back={{ href: me.start(), label: t('profiles.me.back') }}
      nav={false}
    >
      {locked ? (
        <Notice>{t('profiles.refused.pick')}</Notice>
      ) : (
        <>
          <p>{t(`profiles.me.pick.advice.${advice}`)}</p>
          <Tiles>
            {competenceGroups.map((group) => (
              <Tile
                key={group.id}
                href={me.pick({ group: group.id })}
                picture="strengths"
                title={words.say(group.label)}
                note={t('profiles.me.task.picked', {
                  count: competences.filter((c) => c.group === group.id && picks.includes(c.id)).length,
                })}
                testId={`pick-${group.id}`}
              />
            ))}
          </Tiles>
        </>
      )}
      {count > 0 && (
        <ul class="bullets">
          {picks.map((id) => (
            <li key={id}>
              <span aria-hidden>{words.emoji(id)}</span> {words.label(id)}
            </li>
          ))}
        </ul>
      )}
      {count > 0 && !locked && (
        <LinkButton kind="primary" href={me.answers()} testId="start-rating">
          {t('profiles.me.pick.rate')}
        </LinkButton>
      )}
    </ParticipantLayout>
  )
}

/** The eight cards of one group. */
export function PickPage(props: {
  group: CompetenceGroupId
  offered: readonly CompetenceId[]
  picks: CompetenceId[]
  refusal?: Refused
}) {
  const { t } = useView()
  const words = useVocabulary()
  const index = competenceGroups.findIndex((g) => g.id === props.group)
  return (
    <ParticipantLayout
      title={words.group(props.group)}
      back={{ href: me.picks(), label: t('profiles.me.back') }}
      nav={false}
    >
      <Progress
        label={t('profiles.me.page', { page: index + 1, of: competenceGroups.length })}
        value={index + 1}
        max={competenceGroups.length}
      />
      {props.refusal && <Refusal reason={props.refusal} />}
      <Form action={me.pick({ group: props.group })} testId="pick-form">
        <Choice
          name="picks"
          legend={t('profiles.me.pick.legend')}
          hint={t('profiles.me.pick.hint')}
          several
          value={props.picks}
          options={props.offered.map((id) => ({
            value: id,
            label: words.label(id),
            note: words.statement(id),
            emoji: words.emoji(id),
          }))}
          testId="pick"
        />
        <Actions>
          <Button kind="primary" name="button" value="next" testId="pick-next">
            {t('profiles.me.next')}
          </Button>
          <Button name="button" value="stop" testId="pick-stop">
            {t('profiles.me.stop')}
          </Button>
        </Actions>
      </Form>
    </ParticipantLayout>
  )
}
