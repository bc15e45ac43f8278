import { Tabs, Tag, useView } from '../../../shared/ui/index.ts'
import { paths as languageTests } from '../../language-tests/paths.ts'
import { paths as profiles } from '../../profiles/paths.ts'
import { blueprintOf } from '../../programmes/programme.ts'
import type { Group } from '../group.ts'
import { paths } from '../paths.ts'

/** The parts of a group, each with its own address. */
export function GroupTabs({
  group,
  current,
}: {
  group: Group
  current: 'show' | 'calendar' | 'attendance' | 'levels'
}) {
  const { t } = useView()
  const groupId = group.id
  return (
    <Tabs
      label={t('groups.tabs', { name: group.name })}
      items={[
        { href: paths.show({ groupId }), label: t('groups.members'), current: current === 'show' },
        { href: paths.calendar({ groupId }), label: t('groups.calendar'), current: current === 'calendar' },
        { href: paths.attendance({ groupId }), label: t('groups.attendance'), current: current === 'attendance' },
        { href: languageTests.group({ groupId }), label: t('languageTests.group.tab'), current: current === 'levels' },
        ...(group.leads && blueprintOf(group).profile
          ? [{ href: profiles.group({ groupId }), label: t('profiles.group.tab') }]
          : []),
      ]}
    />
  )
}

/** A language by its name in the reader's language, e.g. `français`. */
export function LanguageTag({ code }: { code: string }) {
  const { lang } = useView()
  return <Tag>{languageName(code, lang)}</Tag>
}

export const languageName = (code: string, lang: string): string =>
  new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
