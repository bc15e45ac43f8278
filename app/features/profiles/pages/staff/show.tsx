import {
  Actions,
  Button,
  Columns,
  Disclosure,
  EmptyState,
  Facts,
  Field,
  Form,
  LinkButton,
  Section,
  StaffLayout,
  Status,
  Steps,
  useView,
} from '../../../../shared/ui/index.ts'
import type { Row } from '../../../assessments/side-by-side.ts'
import { paths as people } from '../../../people/paths.ts'
import { fullName } from '../../../people/person.ts'
import { paths } from '../../paths.ts'
import { lineParts, ownSheet, type SeenSheet, thirdSheets, type Version, type Workbook } from '../../profile.ts'
import { type ProfileState, profileStates } from '../../rules/states.ts'
import { apart, StepFacts, useVocabulary, VoicesOn, Words } from '../parts.tsx'

export type ShowView = {
  book: Workbook
  state: ProfileState
  rows: Row[] | undefined
  own: SeenSheet | undefined
  group: { id: string; name: string } | undefined
  can: { decide: boolean; enterPaper: boolean }
}

/** A person's profile for those who accompany: what is in, side by side, and what was shared. */
export function ProfilePage(view: ShowView) {
  const { t } = useView()
  const { book, group, can } = view
  const name = fullName(book.person)
  const { id: profileId } = book.profile
  return (
    <StaffLayout
      title={t('profiles.show.title', { name })}
      crumbs={[
        { href: people.show({ personId: book.profile.personId }), label: name },
        ...(group ? [{ href: paths.group({ groupId: group.id }), label: t('profiles.group.short') }] : []),
      ]}
      actions={
        !view.own?.handedInAt && (
          <LinkButton kind="primary" icon="note" href={paths.sheet({ profileId })} testId="fill-sheet">
            {t('profiles.sheet.fill')}
          </LinkButton>
        )
      }
    >
      <StateSteps state={view.state} />
      <Columns
        main={
          <>
            <SideBySide {...view} />
            <Shared book={book} />
          </>
        }
        aside={
          <>
            <Sheets {...view} />
            <Versions versions={book.versions} profileId={profileId} />
            <Section title={t('profiles.paper.title')} card>
              <ul class="bullets">
                {can.enterPaper && (
                  <li>
                    <a href={paths.paperSheet({ profileId })}>{t('profiles.paper.sheet')}</a>
                  </li>
                )}
                <li>
                  <a href={paths.paperWords({ profileId })}>{t('profiles.paper.words')}</a>
                </li>
                {can.decide && (
                  <li>
                    <a href={paths.decisions({ profileId })} data-testid="decide-for">
                      {t('profiles.behalf.title')}
                    </a>
                  </li>
                )}
              </ul>
            </Section>
          </>
        }
      />
    </StaffLayout>
  )
}

function StateSteps({ state }: { state: ProfileState }) {
  const { t } = useView()
  const shown = profileStates.filter((s) => s !== 'not-opened')
  const now = shown.indexOf(state as (typeof shown)[number])
  return (
    <Steps
      label={t('profiles.group.state')}
      steps={shown.map((step, i) => ({
        label: t(`profiles.state.${step}`),
        state: i < now || (i === now && step === 'handed-over') ? 'done' : i === now ? 'current' : 'todo',
      }))}
    />
  )
}

/** Whether each sheet is in; never what it says. */
function Sheets({ book }: ShowView) {
  const { t, date } = useView()
  const self = ownSheet(book)
  const stateOf = (sheet: SeenSheet | undefined) =>
    sheet?.handedInAt ? (
      <Status kind="done">{t('profiles.sheet.inOn', { date: date(sheet.handedInAt.toISOString(), 'time') })}</Status>
    ) : (
      <Status kind={sheet ? 'active' : 'none'}>{t(sheet ? 'profiles.sheet.begun' : 'profiles.sheet.none')}</Status>
    )
  return (
    <Section title={t('profiles.sheets.title')} card>
      <Facts
        facts={[
          { label: book.person.firstName, value: stateOf(self) },
          ...thirdSheets(book).map((sheet) => ({
            label: t(`profiles.document.by.${sheet.kind as 'coach'}`, { name: sheet.name ?? '' }),
            value: stateOf(sheet),
          })),
        ]}
      />
      {self?.enteredBy.kind === 'staff' && <p>{t('profiles.sheet.fromPaper')}</p>}
    </Section>
  )
}

function SideBySide({ book, rows, own }: ShowView) {
  const { t } = useView()
  const words = useVocabulary()
  const sheets = thirdSheets(book)
  if (!rows)
    return (
      <Section title={t('profiles.side.title')} card>
        <EmptyState title={t('profiles.side.closed')}>
          <p>{t(own?.handedInAt ? 'profiles.side.waitSelf' : 'profiles.side.waitOwn')}</p>
        </EmptyState>
      </Section>
    )
  return (
    <Section title={t('profiles.side.title')}>
      <p>{t('profiles.side.lead')}</p>
      {rows.map((row) => {
        const talk = book.talks.find((one) => one.competence === row.competence)
        const comment = (id: string) => sheets.find((s) => s.id === id)?.ratings?.get(row.competence)?.comment ?? null
        return (
          <Section
            key={row.competence}
            level={3}
            card
            title={words.label(row.competence)}
            actions={row.talkAbout && <span class="talk">{t('ui.voices.talk')}</span>}
          >
            <VoicesOn row={row} selfLabel={book.person.firstName} comments={comment} />
            {talk?.words && <p>{t('profiles.document.said', { text: apart(talk.words) })}</p>}
            <Disclosure summary={t(talk ? 'profiles.talk.change' : 'profiles.talk.add')} open={row.talkAbout && !talk}>
              <Form
                id={row.competence}
                action={paths.talk({ profileId: book.profile.id, competence: row.competence })}
                testId={`talk-${row.competence}`}
              >
                <Field
                  name="words"
                  type="textarea"
                  rows={2}
                  label={t('profiles.talk.words')}
                  hint={t('profiles.talk.hint')}
                  value={talk?.words ?? ''}
                  optional
                />
                <Actions>
                  <Button size="small">{t('profiles.save')}</Button>
                </Actions>
              </Form>
            </Disclosure>
          </Section>
        )
      })}
    </Section>
  )
}

/** What the person showed to their coaches, line by line. */
function Shared({ book }: { book: Workbook }) {
  const { t } = useView()
  const words = useVocabulary()
  const parts = lineParts.filter((part) => book.lines.some((l) => l.part === part))
  return (
    <Section title={t('profiles.shared.title')} card>
      <p class="hint">{t('profiles.shared.lead')}</p>
      {book.evidence.length === 0 && parts.length === 0 && <p>{t('profiles.shared.none')}</p>}
      {book.evidence.length > 0 && (
        <Section level={3} title={t('profiles.section.evidence')}>
          <ul class="bullets">
            {book.evidence.map((e) => (
              <li key={e.id}>
                <strong>{words.label(e.competence)}</strong> <Words text={e.situation} />
                {e.did && <p>{t('profiles.document.action', { text: apart(e.did) })}</p>}
                {e.witness && <p>{t('profiles.document.seenBy', { text: apart(e.witness) })}</p>}
                {e.onBehalf && <small>{t('profiles.paper.mark')}</small>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {parts.map((part) => (
        <Section key={part} level={3} title={t(`profiles.part.${part}`)}>
          <ul class={part === 'next-step' ? undefined : 'bullets'}>
            {book.lines
              .filter((l) => l.part === part)
              .map((l) => (
                <li key={l.id}>
                  {l.step ? <StepFacts step={l.step} /> : <Words text={l.text} />}{' '}
                  {l.onBehalf && <small>{t('profiles.paper.mark')}</small>}
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </Section>
  )
}

function Versions({ versions, profileId }: { versions: Version[]; profileId: string }) {
  const { t, date } = useView()
  return (
    <Section title={t('profiles.versions.title')} card>
      {versions.length === 0 && <p>{t('profiles.versions.none')}</p>}
      <ul class="bullets">
        {[...versions].reverse().map((version) => (
          <li key={version.id}>
            <a href={paths.version({ profileId, versionId: version.id })}>
              {t('profiles.document.versionValue', {
                version: version.number,
                date: date(version.frozenOn, 'long'),
              })}
            </a>
            <p>
              {version.handOver
                ? t('profiles.versions.handedOver', {
                    name: version.handOver.toName ?? '',
                    date: date(version.handOver.on),
                  })
                : t('profiles.versions.kept')}
            </p>
            {version.frozenByKind === 'staff' && <small>{t('profiles.behalf.mark')}</small>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
