import { Button, Form, Hidden, LinkButton, Section, Status, useView } from '../../../shared/ui/index.ts'
import type { Need, NeedAct, NeedItem } from '../need.ts'

/** Things of one kind, each with its acts. */
export function NeedList({ need }: { need: Need }) {
  const { t } = useView()
  const { items, count = items.length, more } = need
  return (
    <Section
      id={need.key}
      title={t('today.section', { title: t(need.title), count })}
      card
      actions={
        more && (
          <LinkButton href={more} size="small" kind="quiet" label={t('today.allOf', { title: t(need.title) })}>
            {t('today.all')}
          </LinkButton>
        )
      }
    >
      <ul class="today-list" data-testid={`need-${need.key}`}>
        {items.map((item) => (
          <Item key={item.key} item={item} />
        ))}
      </ul>
      {count > items.length && <p class="quiet">{t('today.andMore', { count: count - items.length })}</p>}
    </Section>
  )
}

function Item({ item }: { item: NeedItem }) {
  const { t } = useView()
  return (
    <li>
      <div>
        <p class="today-what">
          <a href={item.href} dir="auto">
            {item.title}
          </a>
        </p>
        {(item.note || item.late) && (
          <p class="quiet">
            {item.late && <Status kind="attention">{t('today.late')}</Status>} {item.note}
          </p>
        )}
      </div>
      {item.acts && (
        <div class="actions">
          {item.acts.map((act) => (
            <Act key={act.label} act={act} item={item} />
          ))}
        </div>
      )}
    </li>
  )
}

function Act({ act, item }: { act: NeedAct; item: NeedItem }) {
  const { t } = useView()
  const label = t('today.actOn', { act: act.label, what: item.title })
  if ('href' in act)
    return (
      <LinkButton href={act.href} size="small" label={label} testId={act.testId}>
        {act.label}
      </LinkButton>
    )
  return (
    <Form action={act.post} id={`a-${item.key}`} inline>
      {Object.entries(act.fields).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <Button size="small" label={label} testId={act.testId}>
        {act.label}
      </Button>
    </Form>
  )
}
