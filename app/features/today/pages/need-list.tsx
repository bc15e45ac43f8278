import { Button, Form, Hidden, LinkButton, Section, Status, useView } from '../../../shared/ui/index.ts'
import type { Need, NeedAct, NeedItem } from '../need.ts'

/** Things of one kind, each with its acts. */
export function NeedList({ need }: { need: Need }) {
  const { t } = useView()
  const { items, rest = [], count = items.length, more, all } = need
  return (
    <Section
      id={need.key}
      title={t('today.section', { title: t(need.title), count })}
      card
      actions={
        (more || all) && (
          <>
            {all && <Act act={all} item={{ key: `all-${need.key}`, title: t(need.title) }} />}
            {more && (
              <LinkButton href={more} size="small" kind="quiet" label={t('today.allOf', { title: t(need.title) })}>
                {t('today.all')}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <Items items={items} testId={`need-${need.key}`} />
      <Rest need={need} count={count - items.length} rest={rest} />
    </Section>
  )
}

/** What the first few leave out: here at a press, or on the page that has them all. */
function Rest({ need, count, rest }: { need: Need; count: number; rest: NeedItem[] }) {
  const { t } = useView()
  if (count <= 0) return null
  const words = t('today.andMore', { count })
  if (rest.length > 0)
    return (
      <details class="today-rest">
        <summary>{words}</summary>
        <Items items={rest} testId={`rest-${need.key}`} />
      </details>
    )
  return <p class="quiet">{need.more ? <a href={need.more}>{words}</a> : words}</p>
}

const Items = ({ items, testId }: { items: NeedItem[]; testId: string }) => (
  <ul class="today-list" data-testid={testId}>
    {items.map((item) => (
      <Item key={item.key} item={item} />
    ))}
  </ul>
)

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

function Act({ act, item }: { act: NeedAct; item: Pick<NeedItem, 'key' | 'title'> }) {
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
