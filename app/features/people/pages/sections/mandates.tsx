import { Button, Disclosure, Form, LinkButton, Section, useView } from '../../../../shared/ui/index.ts'
import { isValid } from '../../../mandates/mandate.ts'
import { paths } from '../../../mandates/paths.ts'
import type { ListedMandate } from '../../../mandates/store.ts'

export type MandatesView = {
  personId: string
  mandates: ListedMandate[]
  byProgramme: { name: string; role: string; programme: string }[]
  /** Mandates that the reader may end. */
  endable: Set<string>
  can: { give: boolean }
}

/** Who may open this file, why, until when. */
export function MandatesSection({ personId, mandates, byProgramme, endable, can }: MandatesView) {
  const { t, today } = useView()
  const valid = mandates.filter((one) => isValid(one, today))
  const past = mandates.filter((one) => !isValid(one, today))
  return (
    <Section
      title={t('mandates.title')}
      id="mandates"
      card
      actions={
        can.give && (
          <LinkButton size="small" icon="plus" href={paths.give({ personId })} testId="give-mandate">
            {t('mandates.give')}
          </LinkButton>
        )
      }
    >
      <ul class="notes" data-testid="mandates">
        {valid.map((one) => (
          <li key={one.id}>
            <MandateLine one={one} />
            {endable.has(one.id) && (
              <Form action={paths.end({ personId, mandateId: one.id })} id={`end-${one.id}`}>
                <Button
                  size="small"
                  kind="quiet"
                  label={t('mandates.endOf', { name: one.professionalName })}
                  testId="end-mandate"
                >
                  {t('mandates.end')}
                </Button>
              </Form>
            )}
          </li>
        ))}
        {byProgramme.map(({ name, role, programme }) => (
          <li key={`${name} ${programme}`}>
            <strong>{name}</strong>
            <small>
              {t(`roles.${role as 'coordinator'}`)} · {t('mandates.byProgramme', { programme })}
            </small>
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <Disclosure summary={t('mandates.past', { count: past.length })}>
          <ul class="notes">
            {past.map((one) => (
              <li key={one.id}>
                <MandateLine one={one} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}

function MandateLine({ one }: { one: ListedMandate }) {
  const { t, date, today } = useView()
  return (
    <>
      <strong>{one.professionalName}</strong>
      <small>
        {t(`roles.${one.role as 'coach'}`)}, {one.institutionName}
      </small>
      <small>{t(`mandates.purpose.${one.purpose}`)}</small>
      {one.reason && (
        <small>
          <q>{one.reason}</q>
        </small>
      )}
      <small>
        {one.revoked
          ? t('mandates.revoked', { from: date(one.from) })
          : one.to
            ? t('mandates.fromTo', { from: date(one.from), to: date(one.to) })
            : t('mandates.from', { from: date(one.from) })}
      </small>
      {one.hasLeft && isValid(one, today) && <small>{t('mandates.left')}</small>}
    </>
  )
}
