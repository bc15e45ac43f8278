import type { ComponentChildren } from 'preact'
import { languageSkillIds } from '../../../data/language-levels.ts'
import type { PlainDate } from '../../../shared/time/dates.ts'
import { EmptyState, LinkButton, PersonChip, StaffLayout, Table, useView } from '../../../shared/ui/index.ts'
import type { Group, Member } from '../../groups/group.ts'
import { GroupTabs, languageName } from '../../groups/parts/tabs.tsx'
import { paths as groups } from '../../groups/paths.ts'
import { fullName } from '../../people/person.ts'
import type { LearnerProfile, Moment, ThenAndNow } from '../language-test.ts'
import { StepsWords } from '../parts/steps.tsx'
import { levelName, skillName } from '../parts/words.ts'
import { paths } from '../paths.ts'
import type { currentLevels } from '../rules.ts'

export type MemberLevels = {
  member: Member
  levels: ReturnType<typeof currentLevels>
  thenAndNow: ThenAndNow[]
  triage: LearnerProfile | null
  tested: { on: PlainDate; moment: Moment } | null
}

type Props = {
  group: Group
  members: MemberLevels[]
  can: { write: boolean; place: boolean }
  /** What the group works on, from those who know. */
  children: ComponentChildren
}

/** The members of a group with their levels, oral first, and from there to the next test. */
export function GroupLevelsPage({ group, members, can, children }: Props) {
  const { t, lang, date } = useView()
  const language = group.language
  return (
    <StaffLayout
      title={t('languageTests.group.title', { name: group.name })}
      lead={t('languageTests.group.lead', { language: languageName(language, lang) })}
      crumbs={[
        { href: groups.list(), label: t('groups.title') },
        { href: groups.show({ groupId: group.id }), label: group.name },
      ]}
    >
      <GroupTabs group={group} current="levels" />
      {children}
      <Table
        caption={t('languageTests.group.tab')}
        hideCaption
        rows={members}
        rowKey={({ member }) => member.id}
        testId="group-levels"
        empty={<EmptyState title={t('groups.members.none')} />}
        columns={[
          {
            label: t('groups.member'),
            head: true,
            cell: ({ member, triage }) => (
              <PersonChip
                name={fullName(member)}
                href={paths.show({ personId: member.personId })}
                note={triage ? t(`languageTests.profile.${triage}`) : undefined}
              />
            ),
          },
          ...languageSkillIds.map((skill) => ({
            label: skillName(skill, lang),
            cell: ({ levels, thenAndNow }: MemberLevels) => {
              const level = levels[skill]
              const grown = thenAndNow.find((one) => one.skill === skill && one.steps > 0 && one.last.level === level)
              return (
                <>
                  {level && level !== 'not-assessed' ? (
                    <span class="nowrap">{levelName(level, { t, lang })}</span>
                  ) : (
                    <span class="unknown">{t('ui.unknown')}</span>
                  )}
                  {grown && (
                    <span class="block nowrap">
                      <StepsWords one={grown} />
                    </span>
                  )}
                </>
              )
            },
          })),
          {
            label: t('languageTests.tested'),
            cell: ({ tested }) =>
              tested ? (
                <>
                  <span class="nowrap">{date(tested.on)}</span>
                  <small class="block">{t(`languageTests.moment.${tested.moment}`)}</small>
                </>
              ) : (
                <span class="unknown">{t('languageTests.tested.never')}</span>
              ),
          },
          ...(can.write || can.place
            ? [
                {
                  label: t('languageTests.again.label'),
                  hideLabel: true,
                  cell: ({ member, tested }: MemberLevels) => (
                    <div class="actions">
                      {can.write && (
                        <LinkButton
                          size="small"
                          href={paths.create({ personId: member.personId }, { language, group: group.id })}
                          label={t('languageTests.again.of', { name: fullName(member) })}
                          testId="test-again"
                        >
                          {t(tested ? 'languageTests.again' : 'languageTests.first')}
                        </LinkButton>
                      )}
                      {can.place && (
                        <LinkButton
                          size="small"
                          kind="quiet"
                          href={groups.change({ groupId: group.id, memberId: member.id })}
                          label={t('groups.change.of', { name: fullName(member) })}
                          testId="change-group"
                        >
                          {t('groups.change')}
                        </LinkButton>
                      )}
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
    </StaffLayout>
  )
}
