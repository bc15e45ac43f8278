import {
  EmptyState,
  Field,
  Filters,
  Hidden,
  LinkButton,
  Pagination,
  StaffLayout,
  Status,
  Table,
  Tabs,
  useView,
} from '../../../shared/ui/index.ts'
import { type ListedPartner, type PartnerFilter, type PartnersFound, placeLine } from '../partner.ts'
import { labelIn, Themes, themeOptions } from '../parts/terms.tsx'
import { paths } from '../paths.ts'
import { Phone } from './links.tsx'

type ListView = {
  filter: PartnerFilter
  found: PartnersFound
  places: string[]
  can: { create: boolean; import: boolean; export: boolean }
}

/** The directory: who helps with what, where. */
export function PartnersPage({ filter, found, places, can }: ListView) {
  const { t } = useView()
  const isNarrowed = Boolean(filter.q || filter.theme || filter.place)
  return (
    <StaffLayout
      title={t('partners.list.title')}
      lead={t('partners.list.lead')}
      width="wide"
      actions={
        <>
          {can.create && (
            <LinkButton kind="primary" href={paths.create()} icon="plus" hotkey="n" testId="new-partner">
              {t('partners.create.title')}
            </LinkButton>
          )}
          {can.import && (
            <LinkButton href={paths.imports()} icon="upload" testId="import-partners">
              {t('partners.import.title')}
            </LinkButton>
          )}
          {can.export && (
            <LinkButton href={paths.offer()} icon="download" testId="own-offer">
              {t('partners.offer.title')}
            </LinkButton>
          )}
        </>
      }
    >
      <Tabs
        label={t('partners.list.which')}
        items={[
          { href: listHref(filter, { retired: false }), label: t('partners.list.running'), current: !filter.retired },
          { href: listHref(filter, { retired: true }), label: t('partners.list.retired'), current: filter.retired },
        ]}
      />
      <PartnerFilters
        action={paths.list()}
        filter={filter}
        total={found.total}
        places={places}
        hrefWithout={(change) => listHref(filter, change)}
      >
        {filter.retired && <Hidden name="retired" value="yes" />}
      </PartnerFilters>
      <PartnersTable
        partners={found.partners}
        empty={
          <EmptyState
            title={t(isNarrowed || filter.retired ? 'partners.list.nothing' : 'partners.list.empty')}
            action={
              isNarrowed ? (
                <LinkButton href={paths.list()}>{t('partners.list.showAll')}</LinkButton>
              ) : (
                can.create && <LinkButton href={paths.create()}>{t('partners.create.title')}</LinkButton>
              )
            }
          >
            <p>{t(isNarrowed ? 'partners.list.nothing.text' : 'partners.list.empty.text')}</p>
          </EmptyState>
        }
      />
      <Pagination page={filter.page} pages={found.pages} hrefFor={(page) => listHref(filter, { page })} />
    </StaffLayout>
  )
}

export const filterQuery = (filter: PartnerFilter) => ({
  q: filter.q || undefined,
  theme: filter.theme || undefined,
  place: filter.place || undefined,
  retired: filter.retired ? 'yes' : undefined,
  page: filter.page > 1 ? filter.page : undefined,
})

const listHref = (filter: PartnerFilter, change: Partial<PartnerFilter>): string =>
  paths.list(filterQuery({ ...filter, page: 1, ...change }))

/** Words, theme and place: the same wherever a partner is looked for. */
export function PartnerFilters(props: {
  action: string
  filter: PartnerFilter
  total: number
  places: string[]
  hrefWithout: (change: Partial<PartnerFilter>) => string
  children?: preact.ComponentChildren
}) {
  const { t, lang } = useView()
  const { filter, hrefWithout } = props
  const active = [
    ...(filter.q ? [{ label: filter.q, removeHref: hrefWithout({ q: '' }) }] : []),
    ...(filter.theme ? [{ label: labelIn(filter.theme, lang), removeHref: hrefWithout({ theme: '' }) }] : []),
    ...(filter.place ? [{ label: filter.place, removeHref: hrefWithout({ place: '' }) }] : []),
  ]
  return (
    <Filters
      action={props.action}
      result={t('partners.list.count', { count: props.total })}
      active={active}
      resetHref={hrefWithout({ q: '', theme: '', place: '' })}
    >
      <Field name="q" type="search" label={t('partners.search.words')} value={filter.q} testId="partner-search" />
      <Field
        name="theme"
        type="select"
        label={t('partners.theme')}
        empty={t('partners.search.all')}
        value={filter.theme}
        options={themeOptions(lang, (group) => t('partners.search.allOf', { category: group }))}
        testId="partner-theme"
      />
      <Field
        name="place"
        label={t('partners.place')}
        value={filter.place}
        suggestions={props.places}
        width="medium"
        testId="partner-place"
      />
      {props.children}
    </Filters>
  )
}

export function PartnersTable(props: {
  partners: ListedPartner[]
  empty: preact.ComponentChildren
  /** Where a line leads; to the partner's page when left out. */
  hrefFor?: (partnerId: string) => string
}) {
  const { t, date } = useView()
  const hrefFor = props.hrefFor ?? ((partnerId: string) => paths.show({ partnerId }))
  return (
    <Table
      caption={t('partners.list.title')}
      hideCaption
      testId="partners"
      rows={props.partners}
      rowKey={({ partner }) => partner.id}
      empty={props.empty}
      columns={[
        {
          label: t('partners.name'),
          head: true,
          cell: ({ partner }) => (
            <>
              <a href={hrefFor(partner.id)} dir="auto">
                {partner.name}
              </a>
              {partner.own && (
                <>
                  {' '}
                  <Status kind="active">{t('partners.own')}</Status>
                </>
              )}
            </>
          ),
        },
        { label: t('partners.themes'), cell: ({ themes }) => <Themes themes={themes} /> },
        { label: t('partners.place'), cell: ({ partner }) => placeLine(partner) },
        { label: t('partners.phone'), cell: ({ partner }) => <Phone number={partner.phone} /> },
        {
          label: t('partners.checked'),
          cell: ({ partner }) => {
            if (partner.checkedOn) return date(partner.checkedOn)
            return (
              partner.origin && (
                <small>
                  {t('partners.source.of', { source: partner.origin.source, date: date(partner.origin.on) })}
                </small>
              )
            )
          },
        },
      ]}
    />
  )
}
