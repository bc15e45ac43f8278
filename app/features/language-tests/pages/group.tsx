import type { ComponentChildren } from 'preact'
import type { LanguageSkillId } from '../../../data/language-levels.ts'
import { addDays, type PlainDate } from '../../../shared/time/dates.ts'
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
  const { t, lang, date, today } = useView()
  const language = group.language
  // Towards the end of the group, our default, whoever was tested before is tested at exit.
  const next = group.endsOn !== null && group.endsOn <= addDays(today, 14) ? 'exit' : 'between'
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
          {
            label: t('languageTests.oral'),
            cell: (one) =>
              isKnown(one, 'oral-reception') || isKnown(one, 'oral-production') ? (
                <div>
                  <Skill skill="oral-reception" one={one} named />
                  <Skill skill="oral-production" one={one} named />
                </div>
              ) : (
                <Skill skill="oral-production" one={one} />
              ),
          },
          ...(['reading', 'writing'] as const).map((skill) => ({
            label: skillName(skill, lang),
            cell: (one: MemberLevels) => <Skill skill={skill} one={one} />,
          })),
          {
            label: t('languageTests.tested'),
            cell: ({ tested }) =>
              tested ? (
                <div>
                  <span class="nowrap">{date(tested.on)}</span>
                  <small class="block">{t(`languageTests.moment.${tested.moment}`)}</small>
                </div>
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
                    <div>
                      {can.write && (
                        <LinkButton
                          size="small"
                          href={paths.create(
                            { personId: member.personId },
                            { language, group: group.id, moment: tested ? next : 'entry' },
                          )}
                          label={t(tested ? 'languageTests.again.of' : 'languageTests.first.of', {
                            name: fullName(member),
                          })}
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

const isKnown = ({ levels }: MemberLevels, skill: LanguageSkillId) =>
  levels[skill] !== undefined && levels[skill] !== 'not-assessed'

/** What counts now of one skill, and whether it grew; `named` where several stand in one cell. */
function Skill({ skill, one, named }: { skill: LanguageSkillId; one: MemberLevels; named?: boolean }) {
  const { t, lang } = useView()
  const level = one.levels[skill]
  const grown = one.thenAndNow.find((x) => x.skill === skill && x.steps > 0 && x.last.level === level)
  const known = level !== undefined && isKnown(one, skill)
  const words = known ? levelName(level, { t, lang }) : t('ui.unknown')
  return (
    <div class={known ? undefined : 'unknown'}>
      {named ? t('languageTests.skillShort', { skill: t(`referrals.levels.abbr.${skill}`), level: words }) : words}{' '}
      {grown && <StepsWords one={grown} />}
    </div>
  )
}
