import type { ComponentChildren } from 'preact'
import type { MessageKey } from '../../shared/i18n/i18n.ts'
import { PublicLayout, Section, StaffLayout, useView } from '../../shared/ui/index.ts'
import { paths as staff } from '../staff/paths.ts'
import { jobs } from './guide.ts'
import { paths } from './paths.ts'

/** What people ask first. Staff keep their frame around it. */
export function HelpPage(props: { isStaff: boolean }) {
  const { t } = useView()
  const content = (
    <>
      <Section title={t('help.signIn.title')}>
        <ul class="bullets">
          <li>{t('help.signIn.code')}</li>
          <li>{t('help.signIn.phone')}</li>
          <li>{t('help.signIn.forgotten')}</li>
          <li>{t('help.signIn.idle')}</li>
        </ul>
        {props.isStaff && (
          <p>
            <a href={staff.account()}>{t('ui.account')}</a>
          </p>
        )}
      </Section>
      <Section title={t('help.missing.title')}>
        <p>{t('help.missing.text')}</p>
      </Section>
      <Section title={t('help.participants.title')}>
        <p>{t('help.participants.text')}</p>
      </Section>
      <Section title={t('help.keyboard.title')}>
        <p>{t('help.keyboard.text')}</p>
      </Section>
      {props.isStaff && (
        <Section title={t('help.guide.title')}>
          <p>{t('help.guide.lead')}</p>
          <ul class="bullets">
            {jobs.map((job) => (
              <li key={job}>
                <a href={paths.guide({ job })}>{t(`help.guide.${job}`)}</a>
              </li>
            ))}
            <li>
              <a href={paths.groups()}>{t('help.groups.title')}</a>
            </li>
          </ul>
        </Section>
      )}
      <Section title={t('help.ask.title')}>
        <p>{t('help.ask.text')}</p>
      </Section>
    </>
  )
  return (
    <Framed isStaff={props.isStaff} title={t('help.title')}>
      {content}
    </Framed>
  )
}

export function Framed(props: { isStaff: boolean; title: string; children: ComponentChildren }) {
  return props.isStaff ? (
    <StaffLayout title={props.title} width="narrow">
      {props.children}
    </StaffLayout>
  ) : (
    <PublicLayout title={props.title}>{props.children}</PublicLayout>
  )
}

/** What is done for everyone to be able to use the site, what is missing, and whom to tell. */
export function AccessibilityPage() {
  const { t } = useView()
  return (
    <PublicLayout title={t('help.accessibility.title')} lead={t('help.accessibility.lead')}>
      <Section title={t('help.accessibility.done')}>
        <ul class="bullets">
          <li>{t('help.accessibility.done.script')}</li>
          <li>{t('help.accessibility.done.keyboard')}</li>
          <li>{t('help.accessibility.done.zoom')}</li>
          <li>{t('help.accessibility.done.contrast')}</li>
          <li>{t('help.accessibility.done.tested')}</li>
        </ul>
      </Section>
      <Section title={t('help.accessibility.open')}>
        <ul class="bullets">
          <li>{t('help.accessibility.open.people')}</li>
          <li>{t('help.accessibility.open.languages')}</li>
        </ul>
      </Section>
      <Section title={t('help.accessibility.tell')}>
        <p>{t('help.accessibility.tell.text')}</p>
      </Section>
    </PublicLayout>
  )
}

/** How groups are proposed and what a plan says, without mathematics, for those who decide. */
export function GroupsHelpPage(props: { isStaff: boolean }) {
  const { t } = useView()
  const part = (
    name: 'first' | 'never' | 'good' | 'left' | 'proof' | 'hand' | 'record',
    lines: readonly (1 | 2 | 3 | 4)[],
  ) => (
    <Section title={t(`help.groups.${name}`)}>
      <ul class="bullets">
        {lines.map((line) => (
          <li key={line}>{t(`help.groups.${name}.${line}` as MessageKey)}</li>
        ))}
      </ul>
    </Section>
  )
  return (
    <Framed isStaff={props.isStaff} title={t('help.groups.title')}>
      <p class="lead">{t('help.groups.lead')}</p>
      {part('first', [1, 2, 3])}
      {part('never', [1, 2, 3, 4])}
      {part('good', [1, 2, 3])}
      {part('left', [1, 2, 3])}
      {part('proof', [1, 2, 3])}
      {part('hand', [1, 2, 3, 4])}
      {part('record', [1, 2])}
    </Framed>
  )
}
