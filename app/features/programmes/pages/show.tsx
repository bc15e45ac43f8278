import type { ComponentChildren } from 'preact'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Button,
  Columns,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  Section,
  StaffLayout,
  Table,
  Tag,
  useView,
} from '../../../shared/ui/index.ts'
import type { Section as SectionName } from '../form.ts'
import type { ProgrammeLink } from '../links.ts'
import { paths } from '../paths.ts'
import { blueprintOf, type Programme, type ProgrammeCandidate, type ProgrammeColleague, titleIn } from '../programme.ts'
import { Period } from './list.tsx'
import { Ways } from './ways.tsx'

export type ProgrammeView = {
  programme: Programme
  colleagues: ProgrammeColleague[]
  /** Who could be added; empty for whoever may not. */
  candidates: ProgrammeCandidate[]
  can: { edit: boolean }
  state?: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
  /** Ways on to what others made of this programme: waiting list, groups, figures. */
  links?: ProgrammeLink[]
}

export function ProgrammePage(view: ProgrammeView) {
  const { programme, can } = view
  const { t, lang } = useView()
  return (
    <StaffLayout title={titleIn(programme, lang)} crumbs={[{ href: paths.list(), label: t('programmes.list.title') }]}>
      {view.refusal && <Refusal reason={view.refusal} />}
      <Ways links={view.links ?? []} />
      <Columns
        main={
          <>
            <Themes programme={programme} canEdit={can.edit} />
            {programme.isMine && <Staff {...view} />}
          </>
        }
        aside={
          <>
            <Part name="basics" title={t('programmes.section.basics')} {...view}>
              <Basics programme={programme} />
            </Part>
            <Part name="stages" title={t('programmes.section.stages')} {...view}>
              <ol class="themes">
                {programme.settings.stages.map((stage) => (
                  <li key={stage.key}>{textIn(stage.label, lang).text}</li>
                ))}
              </ol>
            </Part>
            <Part name="numbers" title={t('programmes.section.numbers')} {...view}>
              <Numbers programme={programme} />
            </Part>
            <Part name="sites" title={t('programmes.section.sites')} {...view}>
              <Sites programme={programme} />
            </Part>
            {programme.isMine && (
              <Part name="funding" title={t('programmes.section.funding')} {...view}>
                <Funding programme={programme} />
              </Part>
            )}
          </>
        }
      />
    </StaffLayout>
  )
}

function Part(props: {
  name: SectionName
  title: string
  programme: Programme
  can: { edit: boolean }
  children: ComponentChildren
}) {
  const { t } = useView()
  return (
    <Section title={props.title} card>
      {props.children}
      {props.can.edit && (
        <p>
          <a
            href={paths.edit({ programmeId: props.programme.id, section: props.name })}
            aria-label={t('programmes.edit.of', { section: props.title })}
            data-testid={`edit-${props.name}`}
          >
            {t('programmes.edit')}
          </a>
        </p>
      )}
    </Section>
  )
}

function Basics({ programme: { settings } }: { programme: Programme }) {
  const { t, lang, number } = useView()
  const names = new Intl.DisplayNames([lang], { type: 'language' })
  return (
    <Facts
      facts={[
        { label: t('programmes.dates'), value: <Period {...settings} /> },
        {
          label: t('programmes.languages'),
          value: (
            <span class="tags">
              {settings.languages.map((code) => (
                <Tag key={code}>{names.of(code)}</Tag>
              ))}
            </span>
          ),
        },
        { label: t('programmes.target'), value: settings.targetPersons && number(settings.targetPersons) },
      ]}
    />
  )
}

function Numbers({ programme: { settings: s } }: { programme: Programme }) {
  const { t } = useView()
  return (
    <Facts
      facts={[
        ...(s.group ? [{ label: t('programmes.group'), value: t('programmes.range', s.group) }] : []),
        ...(s.calendar
          ? [
              { label: t('programmes.halfDays'), value: s.calendar.count },
              {
                label: t('programmes.weeks'),
                value: t('programmes.range', { min: s.calendar.weeksMin, max: s.calendar.weeksMax }),
              },
            ]
          : []),
        { label: t('programmes.unexcusedLimit'), value: s.unexcusedLimit ?? t('programmes.none') },
        ...(s.handover
          ? (['received', 'read', 'talkPlanned', 'talkHeld'] as const).map((step) => ({
              label: t(`programmes.handover.${step}`),
              value: t('programmes.days', { count: s.handover![step] }),
            }))
          : []),
      ]}
    />
  )
}

function Sites({ programme: { settings } }: { programme: Programme }) {
  const { t } = useView()
  if (settings.sites.length === 0) return <p class="unknown">{t('programmes.sites.none')}</p>
  return <Facts facts={settings.sites.map((site) => ({ label: site.name, value: site.address || '–' }))} />
}

/** Where a programme has funding lines, who pays which share is said there and nowhere else. */
function Funding({ programme }: { programme: Programme }) {
  const { t, lang, number } = useView()
  const f = programme.settings.funding
  if (!f) return <p class="unknown">{t('programmes.none')}</p>
  const total = `${f.currency} ${number(f.total)}`
  return (
    <Facts
      facts={[
        {
          label: t('programmes.funding.total'),
          // Shares may be known before there is an amount.
          value:
            f.total > 0
              ? t(f.approximate ? 'programmes.funding.about' : 'programmes.funding.exactly', {
                  total,
                  years: f.years,
                })
              : undefined,
        },
        ...(blueprintOf(programme).fundingLines ? [] : f.funders).map((funder) => ({
          label: textIn(funder.name, lang).text,
          value: funder.percent === null ? undefined : `${number(funder.percent)} %`,
        })),
      ]}
    />
  )
}

function Themes({ programme, canEdit }: { programme: Programme; canEdit: boolean }) {
  const { t, lang } = useView()
  const calendar = programme.settings.calendar
  if (!calendar) return null
  const href = (theme: string) => paths.theme({ programmeId: programme.id, theme })
  return (
    <Section
      title={t('programmes.section.themes')}
      actions={
        canEdit && (
          <LinkButton size="small" kind="quiet" icon="plus" href={href('new')} testId="add-theme">
            {t('programmes.theme.add')}
          </LinkButton>
        )
      }
    >
      {calendar.repeats && (
        <p class="hint">{t('programmes.themes.repeat', { count: calendar.count, themes: calendar.themes.length })}</p>
      )}
      <ol class="themes">
        {calendar.themes.map((theme) => {
          const title = textIn(theme.title, lang)
          return (
            <li key={theme.key}>
              <strong lang={title.found}>{canEdit ? <a href={href(theme.key)}>{title.text}</a> : title.text}</strong>{' '}
              {theme.outing && <Tag>{t('programmes.theme.outing')}</Tag>}{' '}
              {theme.homework && <Tag>{t('programmes.theme.homework')}</Tag>}
              <p class="hint">{textIn(theme.aim, lang).text}</p>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

function Staff({ programme, colleagues, candidates, can, state }: ProgrammeView) {
  const { t, date, today } = useView()
  const running = colleagues.filter((c) => c.to === null || c.to >= today)
  const free = candidates.filter((c) => !running.some((r) => r.userId === c.id))
  return (
    <Section title={t('programmes.section.staff')} id="staff">
      <Table
        caption={t('programmes.section.staff')}
        hideCaption
        rows={running}
        rowKey={(c) => c.userId}
        columns={[
          { label: t('programmes.staff.name'), head: true, cell: (c) => c.name },
          { label: t('programmes.staff.role'), cell: (c) => t(`roles.${c.role as 'coordinator'}`) },
          { label: t('programmes.staff.since'), cell: (c) => date(c.from) },
          ...(can.edit
            ? [
                {
                  label: t('programmes.staff.end'),
                  hideLabel: true,
                  cell: (c: ProgrammeColleague) => (
                    <Form
                      inline
                      id={`end-${c.userId}`}
                      action={paths.endStaff({ programmeId: programme.id, userId: c.userId })}
                    >
                      <Button kind="quiet" size="small" label={t('programmes.staff.end.of', { name: c.name })}>
                        {t('programmes.staff.end')}
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
      {can.edit && free.length > 0 && (
        <>
          <p class="hint">{t('programmes.staff.add.hint')}</p>
          <Form
            inline
            id="add-staff"
            action={paths.addStaff({ programmeId: programme.id })}
            {...state}
            testId="add-staff"
          >
            <Field
              name="userId"
              type="select"
              label={t('programmes.staff.add')}
              empty={t('programmes.choose')}
              options={free.map((c) => ({
                value: c.id,
                label: c.lentBy
                  ? t('programmes.staff.lent', {
                      name: c.name,
                      role: t(`roles.${c.role as 'coordinator'}`),
                      institution: c.lentBy,
                    })
                  : t('programmes.staff.option', { name: c.name, role: t(`roles.${c.role as 'coordinator'}`) }),
              }))}
            />
            <Button>{t('programmes.staff.add.do')}</Button>
          </Form>
        </>
      )}
    </Section>
  )
}
