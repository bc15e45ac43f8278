import { wordsIn } from '../../../shared/i18n/i18n.ts'
import { direction, isLanguage } from '../../../shared/i18n/languages.ts'
import { PrintLayout, useView, type View, ViewProvider } from '../../../shared/ui/index.ts'
import type { Group } from '../../groups/group.ts'
import { fullName } from '../../people/person.ts'
import { paths } from '../paths.ts'
import { type Session, titleOf } from '../session.ts'

export type SheetView = {
  session: Session
  group: Group
  programme: string
  coaches: string[]
  people: { personId: string; firstName: string; lastName: string | null }[]
}

/** For whoever comes without being on the list. */
const blankRows = 4

/** The sheet that goes round the table, in the group's language whoever prints it. */
export function SignInSheet(view: SheetView) {
  const outer = useView()
  const lang = isLanguage(view.group.language) ? view.group.language : 'fr'
  const words = wordsIn(lang)
  const inner: View = {
    ...outer,
    lang,
    dir: direction(lang),
    t: words.t,
    date: words.date,
    number: (n) => words.number(n),
  }
  return (
    <ViewProvider view={inner}>
      <Sheet {...view} />
    </ViewProvider>
  )
}

function Sheet({ session, group, programme, coaches, people }: SheetView) {
  const { t, date, lang } = useView()
  const rows = [...people.map((one) => fullName(one)), ...Array<string>(blankRows).fill('')]
  return (
    <PrintLayout
      title={t('sessions.sheet')}
      back={{ href: paths.show({ sessionId: session.id }), label: t('sessions.back') }}
      lead={t('sessions.when', { date: date(session.onDate, 'weekday'), from: session.startsAt, to: session.endsAt })}
    >
      <dl class="facts">
        <Fact label={t('groups.name')} value={`${programme} · ${group.name}`} />
        <Fact
          label={t('sessions.theme')}
          value={t('sessions.one', { number: session.number, title: titleOf(session, lang) })}
        />
        <Fact label={t('sessions.date')} value={date(session.onDate, 'long')} />
        <Fact
          label={t('sessions.place')}
          value={[session.place ?? group.site, session.room ?? group.room].filter(Boolean).join(', ')}
        />
        <Fact label={t('groups.coaches')} value={coaches.join(', ')} />
      </dl>
      <table class="sheet" role="table">
        <caption class="visually-hidden">{t('sessions.sheet')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sessions.sheet.number')}</th>
            <th scope="col">{t('groups.member')}</th>
            <th scope="col">{t('sessions.sheet.signature')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((name, i) => (
            <tr key={`${i} ${name}`}>
              <td>{i + 1}</td>
              {name ? (
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
              ) : (
                <td />
              )}
              <td class="sheet-sign" />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="sheet-coach">{t('sessions.sheet.coach')}</p>
    </PrintLayout>
  )
}

function Fact(props: { label: string; value: string }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}
