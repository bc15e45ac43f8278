import type { ComponentChildren } from 'preact'
import { PublicLayout, Section, StaffLayout, useView } from '../../shared/ui/index.ts'
import { paths as staff } from '../staff/paths.ts'

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

function Framed(props: { isStaff: boolean; title: string; children: ComponentChildren }) {
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
