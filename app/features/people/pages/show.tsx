import { Facts, LinkButton, StaffLayout, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import { fullName, type Person } from '../person.ts'

export type PersonView = { person: Person; can: { edit: boolean } }

/** The page that tells the person's story. */
export function PersonPage({ person, can }: PersonView) {
  const { t, date } = useView()
  return (
    <StaffLayout
      title={fullName(person)}
      crumbs={[{ href: paths.list(), label: t('people.list.title') }]}
      actions={can.edit && <LinkButton href={paths.edit({ personId: person.id })}>{t('people.edit')}</LinkButton>}
    >
      <Facts
        facts={[
          { label: t('people.birthDate'), value: person.birthDate && date(person.birthDate) },
          { label: t('people.phone'), value: person.phone },
        ]}
      />
    </StaffLayout>
  )
}
