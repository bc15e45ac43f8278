import type { CompetenceId } from '../../../../data/competences.ts'
import {
  Actions,
  Button,
  Field,
  Form,
  type FormState,
  Hidden,
  ParticipantLayout,
  Section,
  Tile,
  Tiles,
  useView,
} from '../../../../shared/ui/index.ts'
import { me } from '../../paths.ts'
import {
  type EvidenceEntry,
  isSingle,
  type LinePart,
  lineParts,
  type ProfileLine,
  type Workbook,
} from '../../profile.ts'
import type { EntryKind } from '../../store/own-words.ts'
import { apart, StepFacts, useVocabulary, Words } from '../parts.tsx'

/** The competences, to add what shows them. */
export function EvidencePage({ book }: { book: Workbook }) {
  const { t } = useView()
  const words = useVocabulary()
  return (
    <ParticipantLayout
      title={t('profiles.me.task.evidence')}
      lead={t('profiles.me.evidence.lead')}
      back={{ href: me.start(), label: t('profiles.me.back') }}
      nav={false}
    >
      <Tiles>
        {book.picks.map((id) => (
          <Tile
            key={id}
            href={me.evidenceOf({ competence: id })}
            emoji={words.emoji(id)}
            title={words.label(id)}
            note={t('profiles.me.task.lines', { count: book.evidence.filter((e) => e.competence === id).length })}
            testId={`evidence-${id}`}
          />
        ))}
      </Tiles>
    </ParticipantLayout>
  )
}

export function EvidenceOfPage(props: { competence: CompetenceId; entries: EvidenceEntry[]; state?: FormState }) {
  const { t } = useView()
  const words = useVocabulary()
  const { competence, entries, state = {} } = props
  return (
    <ParticipantLayout
      title={words.label(competence)}
      lead={words.statement(competence)}
      back={{ href: me.evidence(), label: t('profiles.me.back') }}
      nav={false}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {entries.map((entry) => (
        <OwnEntry key={entry.id} kind="evidence" entry={entry}>
          {entry.did && <p>{t('profiles.document.action', { text: apart(entry.did) })}</p>}
          {entry.witness && <p>{t('profiles.document.seenBy', { text: apart(entry.witness) })}</p>}
        </OwnEntry>
      ))}
      <Section title={t('profiles.me.evidence.new')}>
        <Form action={me.evidenceOf({ competence })} {...state} testId="evidence-form">
          <Field
            name="situation"
            type="textarea"
            rows={2}
            label={t('profiles.evidence.situation')}
            hint={t('profiles.evidence.situationHint')}
          />
          <Field name="did" type="textarea" rows={2} label={t('profiles.evidence.did')} optional />
          <Field name="witness" label={t('profiles.evidence.witness')} optional />
          <Field name="shownToCoach" type="checkbox" label={t('profiles.me.show')} />
          <Actions>
            <Button kind="primary" testId="add-evidence">
              {t('profiles.me.add')}
            </Button>
          </Actions>
        </Form>
      </Section>
    </ParticipantLayout>
  )
}

/** Values, motivation, obstacles, wishes, ideas, next step. */
export function PerspectivesPage({ book }: { book: Workbook }) {
  const { t } = useView()
  return (
    <ParticipantLayout
      title={t('profiles.me.task.words')}
      lead={t('profiles.me.words.lead')}
      back={{ href: me.start(), label: t('profiles.me.back') }}
      nav={false}
    >
      <Tiles>
        {lineParts.map((part) => (
          <Tile
            key={part}
            href={me.wordsOf({ part })}
            emoji={partEmoji[part]}
            title={t(`profiles.part.${part}`)}
            note={t('profiles.me.task.lines', { count: book.lines.filter((l) => l.part === part).length })}
            testId={`words-${part}`}
          />
        ))}
      </Tiles>
    </ParticipantLayout>
  )
}

const partEmoji: Record<LinePart, string> = {
  values: '❤️',
  motivation: '🔥',
  obstacles: '🪨',
  wishes: '🌟',
  'first-idea': '💡',
  'second-idea': '🔄',
  'next-step': '👣',
}

export function WordsOfPage(props: { part: LinePart; lines: ProfileLine[]; state?: FormState }) {
  const { t } = useView()
  const { part, lines, state = {} } = props
  const replaces = isSingle(part) && lines.length > 0
  return (
    <ParticipantLayout
      title={t(`profiles.part.${part}`)}
      lead={t(`profiles.part.${part}.hint`)}
      back={{ href: me.words(), label: t('profiles.me.back') }}
      nav={false}
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {lines.map((line) => (
        <OwnEntry key={line.id} kind="line" entry={{ ...line, situation: line.text }} step={line.step} />
      ))}
      <Section title={t(replaces ? 'profiles.me.words.replace' : 'profiles.me.words.new')}>
        <Form action={me.wordsOf({ part })} {...state} testId="line-form">
          <Field name="text" type="textarea" rows={3} label={t('profiles.words.text')} />
          {part === 'next-step' && (
            <>
              <Field name="by" type="date" label={t('profiles.words.by')} optional />
              <Field name="who" label={t('profiles.words.who')} optional />
            </>
          )}
          <Field name="shownToCoach" type="checkbox" label={t('profiles.me.show')} />
          <Actions>
            <Button kind="primary" testId="add-line">
              {t('profiles.me.add')}
            </Button>
          </Actions>
        </Form>
      </Section>
    </ParticipantLayout>
  )
}

/** One of the person's own entries, with who sees it. */
function OwnEntry(props: {
  kind: EntryKind
  entry: { id: string; situation: string | null; shownToCoach: boolean; onBehalf: boolean }
  step?: ProfileLine['step']
  children?: preact.ComponentChildren
}) {
  const { t } = useView()
  const { kind, entry } = props
  const at = { kind, entryId: entry.id }
  return (
    <div class="card stack-small" data-testid="own-entry">
      {props.step ? (
        <StepFacts step={props.step} />
      ) : (
        <p>
          <strong>
            <Words text={entry.situation} />
          </strong>
        </p>
      )}
      {props.children}
      <p class="hint">
        {t(entry.shownToCoach ? 'profiles.me.shown' : 'profiles.me.hidden')}
        {entry.onBehalf && ` ${t('profiles.me.onBehalf')}`}
      </p>
      <Form id={entry.id.slice(0, 8)} action={me.showEntry(at)}>
        <Hidden name="shownToCoach" value={entry.shownToCoach ? 'no' : 'yes'} />
        <Actions>
          <Button>{t(entry.shownToCoach ? 'profiles.me.hide' : 'profiles.me.showNow')}</Button>
          <Button kind="danger" formaction={me.removeEntry(at)}>
            {t('profiles.me.remove')}
          </Button>
        </Actions>
      </Form>
    </div>
  )
}
