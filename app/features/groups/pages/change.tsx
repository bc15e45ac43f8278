import type { ContentLevel } from '../../../blueprints/parts/content-levels.ts'
import { type LanguageSkillId, languageSkillIds } from '../../../data/language-levels.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  Actions,
  Button,
  EmptyState,
  Facts,
  Field,
  Form,
  type FormState,
  LinkButton,
  Refusal,
  Section,
  StaffLayout,
  useView,
} from '../../../shared/ui/index.ts'
import { levelName, skillName } from '../../language-tests/parts/words.ts'
import { paths as languages } from '../../language-tests/paths.ts'
import { fullName } from '../../people/person.ts'
import type { LevelAnswer } from '../../referrals/positioning.ts'
import { type Group, type Member, moveReasons } from '../group.ts'
import { paths } from '../paths.ts'

export type ChangeView = {
  group: Group
  member: Member
  content: ContentLevel | null
  /** What counts now in the group's language. */
  levels: Partial<Record<LanguageSkillId, LevelAnswer>>
  targets: { id: string; name: string; free: number; content: ContentLevel | null }[]
  state: FormState
  refusal?: { key: string; params?: Readonly<Record<string, string | number>> }
}

/** Somebody goes on in another group: their levels, where there is a place and at which level, and why. */
export function ChangePage({ group, member, content, levels, targets, state, refusal }: ChangeView) {
  const { t, lang } = useView()
  const groupId = group.id
  const name = fullName(member)
  const free = targets.filter((one) => one.free > 0)
  const label = (level: ContentLevel | null) => level && textIn(level.label, lang).text
  return (
    <StaffLayout
      title={t('groups.change.title', { name })}
      lead={t('groups.change.lead')}
      crumbs={[
        { href: paths.list(), label: t('groups.title') },
        { href: paths.show({ groupId }), label: group.name },
      ]}
      width="narrow"
      invalid={Object.keys(state.errors ?? {}).length > 0}
    >
      {refusal && <Refusal reason={refusal} />}
      <Section title={t('groups.change.levels')} card>
        <Facts
          columns
          facts={[
            ...languageSkillIds.map((skill) => ({
              label: skillName(skill, lang),
              value: levels[skill] && levels[skill] !== 'not-assessed' ? levelName(levels[skill], { t, lang }) : null,
            })),
            ...(content ? [{ label: t('groups.change.now'), value: label(content) }] : []),
          ]}
        />
        <p>
          <a href={languages.show({ personId: member.personId })}>{t('languageTests.section.open')}</a>
        </p>
      </Section>
      {free.length === 0 ? (
        <EmptyState title={t('groups.change.none')} />
      ) : (
        <Form action={paths.change({ groupId, memberId: member.id })} {...state} testId="change-group-form">
          <Field
            name="toGroup"
            type="radio"
            label={t('groups.moveTo')}
            testId="to-group"
            options={free.map((one) => ({
              value: one.id,
              label: t('groups.moveTo.free', { name: one.name, free: one.free }),
              ...(one.content ? { hint: t('groups.change.content', { level: label(one.content) ?? '' }) } : {}),
            }))}
          />
          <Field
            name="why"
            type="radio"
            label={t('groups.change.why')}
            testId="why"
            options={moveReasons.map((value) => ({ value, label: t(`groups.moveReason.${value}`) }))}
          />
          <Actions>
            <Button kind="primary" testId="save-change-group">
              {t('groups.change.save')}
            </Button>
            <LinkButton kind="quiet" href={paths.show({ groupId })}>
              {t('groups.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </StaffLayout>
  )
}
