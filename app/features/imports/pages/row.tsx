import { Button, Form, Status, type StatusKind, useText, useView } from '../../../shared/ui/index.ts'
import { contactLanguage } from '../../people/languages.ts'
import type { FieldDifference } from '../differences.ts'
import type { Choice } from '../import.ts'
import type { KnownPerson, PersonCommand } from '../imports.ts'
import { paths } from '../paths.ts'
import type { RowView } from '../view.ts'

const looks: Record<RowView['kind'], StatusKind> = {
  create: 'active',
  update: 'waiting',
  unchanged: 'none',
  error: 'stopped',
  duplicate: 'attention',
}

export function RowKind({ row }: { row: RowView }) {
  const { t } = useView()
  const key =
    row.kind === 'duplicate' ? (`imports.duplicate.${row.with}` as const) : (`imports.outcome.${row.kind}` as const)
  return <Status kind={looks[row.kind]}>{t(key)}</Status>
}

/** Why a row is what it is, what it would change, and the decision where one is needed. */
export function RowDetail({ row, importId }: { row: RowView; importId: string }) {
  const text = useText()
  const { t } = useView()
  return (
    <div class="stack-small">
      {row.kind === 'error' &&
        row.errors.map((error) => (
          <p key={`${error.column} ${error.code}`}>
            {error.column && <strong>{t('imports.inColumn', { column: error.column })} </strong>}
            {text(error)}
          </p>
        ))}
      {row.kind === 'update' && row.otherName && <p>{t('imports.update.otherName')}</p>}
      {row.kind === 'update' && <Changes differences={row.differences} />}
      {row.kind === 'duplicate' && <Duplicate row={row} importId={importId} />}
      {row.notices.map((notice) => (
        <p key={notice.key} class="hint">
          {text(notice)}
        </p>
      ))}
    </div>
  )
}

function Changes({ differences }: { differences: FieldDifference[] }) {
  const { t } = useView()
  return (
    <ul class="stack-small">
      {differences.map(({ field, before, after }) => (
        <li key={field}>
          {t('imports.change', { field: t(`imports.field.${field}`), before: before ?? t('ui.unknown'), after })}
        </li>
      ))}
    </ul>
  )
}

function Duplicate({ row, importId }: { row: Extract<RowView, { kind: 'duplicate' }>; importId: string }) {
  const { t } = useView()
  const { duplicate } = row
  const { choice } = duplicate
  return (
    <>
      <p>{t(`imports.likeness.${duplicate.reason}`)}</p>
      {row.with === 'file' ? (
        row.rows.map((other) => <p key={other.row}>{t('imports.duplicate.asRow', other)}</p>)
      ) : (
        <SideBySide command={duplicate.command} people={row.people} />
      )}
      <Form action={paths.decide({ importId, row: String(row.row) })} id={`row-${row.row}`} inline>
        {choice ? (
          <>
            <strong>{t(`imports.decided.${choice.choice}`)}</strong>
            <Button
              size="small"
              kind="quiet"
              name="choice"
              value=""
              label={t('imports.decide.againFor', { who: row.who })}
            >
              {t('imports.decide.again')}
            </Button>
          </>
        ) : (
          <Decisions row={row} />
        )}
      </Form>
    </>
  )
}

function Decisions({ row }: { row: Extract<RowView, { kind: 'duplicate' }> }) {
  const { t } = useView()
  return (
    <>
      {row.with === 'site' &&
        row.people.map((person) => (
          <Button size="small" key={person.id} name="choice" value={`same:${person.id}`} testId={`same-${row.row}`}>
            {t('imports.decide.same', { name: nameOf(person) })}
          </Button>
        ))}
      {row.duplicate.mayCreate && (
        <Button size="small" name="choice" value={'another' satisfies Choice['choice']} testId={`another-${row.row}`}>
          {t('imports.decide.another')}
        </Button>
      )}
      <Button size="small" kind="quiet" name="choice" value="leave-out" testId={`leave-out-${row.row}`}>
        {t('imports.decide.leaveOut')}
      </Button>
    </>
  )
}

const compared = [
  'birthDate',
  'birthYear',
  'gender',
  'language',
  'phone',
  'email',
  'street',
  'town',
  'reference',
] as const

/** The row and the files it may belong to, value by value. */
function SideBySide({ command, people }: { command: PersonCommand; people: KnownPerson[] }) {
  const { t, date, lang } = useView()
  const row: Omit<KnownPerson, 'id' | 'held'> = {
    ...command.person,
    firstName: command.person.firstName ?? '',
    reference: command.reference,
  }
  const show = (field: (typeof compared)[number], person: typeof row) => {
    const value = person[field]
    if (value === undefined || value === '') return '–'
    if (field === 'birthDate') return date(String(value))
    if (field === 'language') return contactLanguage({ lang }, String(value))
    return field === 'gender' ? t(`people.gender.${value as 'w'}`) : String(value)
  }
  const lines = compared.filter((field) => [row, ...people].some((person) => person[field]))
  return (
    <table class="compare">
      <caption class="visually-hidden">{t('imports.compare.caption')}</caption>
      <thead>
        <tr>
          <td>{'\u00a0'}</td>
          <th scope="col">{t('imports.compare.row')}</th>
          {people.map((person) => (
            <th scope="col" key={person.id}>
              {t(person.held ? 'imports.compare.file' : 'imports.compare.fileElsewhere')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('imports.field.fullName')}</th>
          {[row, ...people].map((person, at) => (
            <td key={at}>{nameOf(person)}</td>
          ))}
        </tr>
        {lines.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`imports.field.${field}`)}</th>
            {[row, ...people].map((person, at) => (
              <td key={at}>{show(field, person)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const nameOf = (person: { firstName: string; lastName?: string }) =>
  [person.firstName, person.lastName].filter(Boolean).join(' ')
