import { Actions, Button, Form, Notice, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'

/** Lends this browser to the participants, or takes it back. */
export function TabletPage({ lent }: { lent: boolean }) {
  const { t } = useView()
  return (
    <StaffLayout title={t('cards.tablet.title')} lead={t('cards.tablet.lead')} width="narrow">
      <Notice kind={lent ? 'warning' : 'info'} title={t(lent ? 'cards.tablet.isLent' : 'cards.tablet.isNot')}>
        <p>{t(lent ? 'cards.tablet.isLent.text' : 'cards.tablet.isNot.text')}</p>
      </Notice>
      <Form action={lent ? paths.tabletEnd() : paths.tablet()}>
        <Actions>
          <Button kind="primary" testId={lent ? 'end-tablet' : 'lend-tablet'}>
            {t(lent ? 'cards.tablet.end' : 'cards.tablet.lend')}
          </Button>
        </Actions>
      </Form>
    </StaffLayout>
  )
}
