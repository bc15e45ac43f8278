import { Fragment } from 'preact'
import { type Language, locales } from '../../../shared/i18n/languages.ts'
import { Columns, Facts, LinkButton, Section, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { paths as cards } from '../../cards/paths.ts'
import { paths as referrals } from '../../referrals/paths.ts'
import { contactLanguages } from '../languages.ts'
import { paths } from '../paths.ts'
import { fullName, type Person } from '../person.ts'
import type { PersonView } from '../show.view.ts'
import type { SocialAid } from '../social-aid.store.ts'
import { Age } from './list.tsx'
import { AttendanceSection } from './sections/attendance.tsx'
import { EnrolmentsSection } from './sections/enrolments.tsx'
import { MandatesSection } from './sections/mandates.tsx'
import { NotesSection } from './sections/notes.tsx'
import { PartnerReferralsSection } from './sections/partner-referrals.tsx'
import { PlanSection } from './sections/plan.tsx'
import { ProfilesSection } from './sections/profiles.tsx'
import { TimelineSection } from './sections/timeline.tsx'

/** The page that tells the person's story: everything a professional needs before a meeting. */
export function PersonPage(view: PersonView) {
  const { t } = useView()
  const { person, can } = view
  const personId = person.id
  return (
    <StaffLayout
      title={fullName(person)}
      lead={<Age person={person} />}
      crumbs={[{ href: paths.list(), label: t('people.list.title') }]}
      actions={
        <>
          {can.positioning && (
            <LinkButton href={referrals.positioning({ personId })}>{t('people.positioning')}</LinkButton>
          )}
          {can.card && <LinkButton href={cards.card({ personId })}>{t('people.card')}</LinkButton>}
          {can.edit && (
            <LinkButton href={paths.edit({ personId })} hotkey="e" testId="edit-person">
              {t('people.edit')}
            </LinkButton>
          )}
        </>
      }
    >
      <Columns
        main={
          <>
            <EnrolmentsSection personId={personId} lines={view.enrolments} can={{ refer: can.refer }} />
            {view.appointment && <Appointment {...view} />}
            <AttendanceSection sessions={view.sessions} />
            {view.sections.map(({ key, view: section }) => (
              <Fragment key={key}>{section}</Fragment>
            ))}
            <ProfilesSection profiles={view.profiles} />
            {view.plan && <PlanSection personId={personId} plan={view.plan} />}
            {view.partnerReferrals && (
              <PartnerReferralsSection
                personId={personId}
                referrals={view.partnerReferrals}
                can={{ refer: can.referToPartner }}
              />
            )}
            {view.notes && (
              <NotesSection personId={personId} notes={view.notes} draft={view.draft} can={{ write: can.writeNotes }} />
            )}
            <TimelineSection facts={view.timeline} programmes={view.programmes} />
          </>
        }
        aside={
          <>
            <IdentityFacts person={person} />
            {view.socialAid && <SocialAidFacts view={view} aid={view.socialAid} />}
            <MandatesSection {...view.mandates} />
            {view.hidden.length > 0 && <Hidden names={view.hidden} />}
          </>
        }
      />
    </StaffLayout>
  )
}

function Appointment({ appointment }: PersonView) {
  const { t, date } = useView()
  if (!appointment) return null
  const { onDate, startsAt, place, room, groupName } = appointment
  return (
    <Section title={t('people.appointment')} card>
      <p>
        <strong>
          <time datetime={onDate}>
            {t('people.list.onDay', { date: date(onDate, 'weekday'), time: startsAt.slice(0, 5) })}
          </time>
        </strong>{' '}
        {[groupName, place, room].filter(Boolean).join(' · ')}
      </p>
      {appointment.announced && <p>{t('people.appointment.cannotCome')}</p>}
    </Section>
  )
}

function IdentityFacts({ person }: { person: Person }) {
  const { t, date, lang } = useView()
  const languages = contactLanguages({ lang: lang as Language }, person.language)
  const place = [person.postalCode, person.town].filter(Boolean).join(' ')
  return (
    <Section title={t('people.identity')} card>
      <Facts
        facts={[
          {
            label: t('people.birthDate'),
            value: person.birthDate ? date(person.birthDate) : person.birthYear && String(person.birthYear),
          },
          { label: t('people.gender'), value: person.gender && t(`people.gender.${person.gender}`) },
          {
            label: t('people.phone'),
            value: person.phone && <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</a>,
          },
          { label: t('people.email'), value: person.email && <a href={`mailto:${person.email}`}>{person.email}</a> },
          {
            label: t('people.address'),
            value: (person.street || place) && (
              <>
                {person.street}
                {person.street && place && <br />}
                {place}
              </>
            ),
          },
          {
            label: t('people.language'),
            value: languages.find((one) => one.value === person.language)?.label,
          },
          {
            label: t('people.interpreter'),
            value: person.interpreter === null ? null : t(person.interpreter ? 'people.yes' : 'people.no'),
          },
        ]}
      />
    </Section>
  )
}

function SocialAidFacts({ view: { person, can }, aid }: { view: PersonView; aid: SocialAid }) {
  const { t, date } = useView()
  const personId = person.id
  return (
    <Section
      title={t('people.socialAid')}
      card
      actions={
        can.editSocialAid && (
          <LinkButton
            size="small"
            href={paths.socialAid({ personId })}
            label={t('people.socialAid.edit')}
            testId="edit-social-aid"
          >
            {t('people.edit')}
          </LinkButton>
        )
      }
    >
      <Facts
        facts={[
          { label: t('people.reference'), value: aid.reference },
          { label: t('people.firstAidOn'), value: aid.firstAidOn && date(aid.firstAidOn) },
          {
            label: t('people.yearsOutOfWork'),
            value: aid.yearsOutOfWork && t(`people.yearsOutOfWork.${aid.yearsOutOfWork}`),
          },
          {
            label: t('people.vocationalTraining'),
            value: aid.vocationalTraining && t(`people.vocationalTraining.${aid.vocationalTraining}`),
          },
        ]}
      />
      {can.seeSensitive && (
        <p>
          <a href={paths.sensitive({ personId })} data-testid="open-sensitive">
            {t('people.sensitive.open')}
          </a>
        </p>
      )}
    </Section>
  )
}

/** What the role does not see, so that nobody takes it for missing. */
function Hidden({ names }: { names: PersonView['hidden'] }) {
  const { t, lang } = useView()
  const list = new Intl.ListFormat(locales[lang as Language], { type: 'conjunction' }).format(
    names.map((name) => t(`people.class.${name}`)),
  )
  return (
    <p class="hint" data-testid="hidden">
      {t('people.hidden', { names: list })}
    </p>
  )
}
