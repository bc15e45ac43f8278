import { Button, EmptyState, Field, LinkButton, PersonChip, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { fullName } from '../person.ts'
import type { ListedPerson } from '../search.store.ts'
import { Age } from './list.tsx'

export type SearchView = { q: string; people: ListedPerson[]; can: { create: boolean } }

/** Answers to the search of the frame. The arrow keys go from one to the next. */
export function SearchPage({ q, people, can }: SearchView) {
  const { t } = useView()
  return (
    <StaffLayout title={t('people.search.title')} width="narrow">
      <form
        method="get"
        action={paths.search()}
        class="form inline"
        role="search"
        aria-label={t('people.search.title')}
      >
        <Field name="q" type="search" label={t('people.search.field')} value={q} testId="search-again" />
        <Button icon="search">{t('people.search.title')}</Button>
      </form>
      {people.length > 0 && <p role="status">{t('people.search.count', { count: people.length })}</p>}
      {people.length > 0 && (
        <>
          <ol class="card stack-small" data-arrows data-testid="search-results">
            {people.map((p) => (
              <li key={p.id} class="inline">
                <PersonChip name={fullName(p)} href={paths.show({ personId: p.id })} note={p.reference ?? undefined} />{' '}
                <Age person={p} />
              </li>
            ))}
          </ol>
          <p class="hint">{t('people.search.keys')}</p>
        </>
      )}
      {q && people.length === 0 && (
        <EmptyState
          title={t('people.search.nothing', { q })}
          action={
            can.create && (
              <LinkButton href={paths.create()} icon="plus">
                {t('people.create.title')}
              </LinkButton>
            )
          }
        >
          <p>{t('people.list.nothing.text')}</p>
        </EmptyState>
      )}
    </StaffLayout>
  )
}
