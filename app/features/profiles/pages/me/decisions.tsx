import { staffLanguages } from '../../../../shared/i18n/languages.ts'
import type { Refusal as Refused } from '../../../../shared/rules.ts'
import {
  Actions,
  Button,
  Choice,
  Form,
  LinkButton,
  Notice,
  ParticipantLayout,
  Refusal,
  Tile,
  Tiles,
  useView,
} from '../../../../shared/ui/index.ts'
import type { ProfilePaper } from '../../document.ts'
import { me } from '../../paths.ts'
import type { Version, Workbook } from '../../profile.ts'
import { type Choosable, choosable, goesOut, type SectionName, sections } from '../../rules/deciding.ts'
import { PaperView } from '../paper.tsx'
import { useVocabulary } from '../parts.tsx'
import { HandOverSteps } from './start.tsx'

/** The pages on which one decides, with how much goes out of each. */
export function DecisionsPage({ book }: { book: Workbook }) {
  const { t } = useView()
  const lines = choosable(book)
  const out = lines.filter((line) => goesOut(book, line.key)).length
  return (
    <ParticipantLayout
      title={t('profiles.me.task.decide')}
      lead={t('profiles.me.decide.lead')}
      back={{ href: me.start(), label: t('profiles.me.back') }}
      nav={false}
    >
      <Tiles>
        {sections.map((section) => {
          const all = lines.filter((line) => line.section === section)
          const chosen = all.filter((line) => goesOut(book, line.key)).length
          return (
            <Tile
              key={section}
              {...(all.length > 0 ? { href: me.decide({ section }) } : {})}
              picture={sectionPicture[section]}
              title={t(`profiles.section.${section}`)}
              note={
                all.length > 0
                  ? t('profiles.me.decide.count', { count: chosen, of: all.length })
                  : t('profiles.me.decide.empty')
              }
              testId={`decide-${section}`}
            />
          )
        })}
      </Tiles>
      {out > 0 && (
        <LinkButton kind="primary" href={me.preview()} testId="to-preview">
          {t('profiles.me.decide.preview')}
        </LinkButton>
      )}
    </ParticipantLayout>
  )
}

const sectionPicture = { self: 'strengths', others: 'eye', evidence: 'homework', perspectives: 'ideas' } as const

export function DecidePage({ book, section }: { book: Workbook; section: SectionName }) {
  const { t } = useView()
  const describe = useLineText(book)
  const lines = choosable(book).filter((line) => line.section === section)
  return (
    <ParticipantLayout
      title={t(`profiles.section.${section}`)}
      back={{ href: me.decisions(), label: t('profiles.me.back') }}
      nav={false}
    >
      {/* A form of its own: the Enter key in the list below must never choose everything. */}
      <Form id="all" action={me.decide({ section })}>
        <Actions>
          <Button name="button" value="all" testId="decide-all">
            {t('profiles.me.decide.all')}
          </Button>
          <Button name="button" value="none" testId="decide-none">
            {t('profiles.me.decide.none')}
          </Button>
        </Actions>
      </Form>
      <Form action={me.decide({ section })} testId="decide-form">
        <Choice
          name="lines"
          legend={t('profiles.me.decide.legend')}
          several
          value={lines.filter((line) => goesOut(book, line.key)).map((line) => line.key)}
          options={lines.map((line) => ({ value: line.key, ...describe(line) }))}
        />
        <Actions>
          <Button kind="primary" name="button" value="save" testId="decide-save">
            {t('profiles.me.save')}
          </Button>
        </Actions>
      </Form>
    </ParticipantLayout>
  )
}

/** What a line says, for deciding on it. */
export function useLineText(book: Workbook) {
  const { t } = useView()
  const words = useVocabulary()
  return (line: Choosable): { label: string; note?: string; emoji?: string } => {
    if (line.kind === 'line') {
      const text = book.lines.find((l) => l.id === line.id)?.text ?? ''
      return { label: text, note: t(`profiles.part.${line.part}`) }
    }
    const named = { emoji: words.emoji(line.competence) }
    if (line.kind === 'evidence') {
      const text = book.evidence.find((e) => e.id === line.id)?.situation ?? ''
      return { label: text, note: words.label(line.competence), ...named }
    }
    const self = book.sheets.find((s) => s.kind === 'self')?.ratings?.get(line.competence)
    if (line.kind === 'self')
      return { label: words.label(line.competence), note: words.value(self?.value ?? null), ...named }
    if (line.kind === 'difference') {
      const said = book.talks.find((talk) => talk.competence === line.competence)?.words ?? ''
      return { label: t('profiles.decide.difference', { what: words.label(line.competence) }), note: said, ...named }
    }
    return { label: words.label(line.competence), note: t('profiles.decide.third'), ...named }
  }
}

/** Exactly what the receiver will read, and the button that freezes it. */
export function PreviewPage(props: { paper: ProfilePaper; receiver: string | null; refusal?: Refused }) {
  const { t } = useView()
  return (
    <ParticipantLayout
      title={t('profiles.me.preview.title')}
      lead={
        props.receiver ? t('profiles.me.preview.lead', { name: props.receiver }) : t('profiles.me.preview.leadNobody')
      }
      back={{ href: me.decisions(), label: t('profiles.me.back') }}
      nav={false}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      <PaperView paper={props.paper} draft />
      <Form action={me.preview()} testId="freeze">
        <p>{t('profiles.me.preview.hint')}</p>
        <Actions>
          <Button kind="primary" testId="freeze-button">
            {t('profiles.me.preview.freeze')}
          </Button>
          <LinkButton href={me.decisions()}>{t('profiles.me.preview.change')}</LinkButton>
        </Actions>
      </Form>
    </ParticipantLayout>
  )
}

/** A frozen version: hand it over, read it, take it along. */
export function VersionPage(props: {
  version: Version
  paper: ProfilePaper | null
  receiver: string | null
  newest: boolean
  refusal?: Refused
}) {
  const { t, date } = useView()
  const { version, receiver } = props
  const { handOver } = version
  return (
    <ParticipantLayout
      title={t('profiles.me.version', { number: version.number })}
      lead={handOver ? undefined : t('profiles.me.frozen', { date: date(version.frozenOn, 'long') })}
      back={{ href: me.start(), label: t('profiles.me.back') }}
      nav={false}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      {handOver && (
        <Notice kind="done" title={t('profiles.me.handedOver', { date: date(handOver.on, 'long') })}>
          <HandOverSteps handOver={handOver} />
        </Notice>
      )}
      {!handOver && props.newest && receiver && (
        <Form action={me.handOver({ versionId: version.id })} testId="hand-over">
          <p>
            <strong>{t('profiles.me.handOver.to', { name: receiver })}</strong>
          </p>
          <ul class="bullets">
            <li>{t('profiles.me.handOver.next.reads')}</li>
            <li>{t('profiles.me.handOver.next.talk')}</li>
            <li>{t('profiles.me.handOver.next.steps')}</li>
          </ul>
          <Actions>
            <Button kind="primary" testId="hand-over-button">
              {t('profiles.me.handOver.act')}
            </Button>
          </Actions>
        </Form>
      )}
      {!handOver && !receiver && <Notice>{t('profiles.handOver.nobody')}</Notice>}
      <Tiles>
        {staffLanguages.map((lang) => (
          <Tile
            key={lang}
            href={me.versionPdf({ versionId: version.id }, { in: lang })}
            picture="bag"
            title={t(`profiles.pdf.${lang}`)}
          />
        ))}
        <Tile href={me.versionPrint({ versionId: version.id })} picture="homework" title={t('profiles.print')} />
      </Tiles>
      {props.paper ? <PaperView paper={props.paper} /> : <Notice kind="warning">{t('profiles.unreadable')}</Notice>}
    </ParticipantLayout>
  )
}
