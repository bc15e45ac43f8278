import { type Language, languageNames, staffLanguages } from '../../../shared/i18n/languages.ts'
import { Section, StaffLayout, Tabs, useView } from '../../../shared/ui/index.ts'
import { paths } from '../paths.ts'
import type { StudyRecord } from '../study.ts'

type Props = { record: StudyRecord; language: Language; paragraphs: string[] }

/** What a scientific report says of the allocation, to be copied; in any of the languages. */
export function ParagraphPage({ record, language, paragraphs }: Props) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('studies.paragraph')}
      lead={t('studies.paragraph.lead')}
      crumbs={[
        { href: paths.ofProgramme({ programmeId: record.programmeId }), label: t('studies.title') },
        { href: paths.show({ studyId: record.id }), label: record.name },
      ]}
      width="narrow"
    >
      <Tabs
        label={t('studies.paragraph.language')}
        items={staffLanguages.map((code) => ({
          href: paths.paragraph({ studyId: record.id }, { in: code }),
          label: languageNames[code],
          current: code === language,
        }))}
      />
      <Section title={record.name} card>
        <div class="stack-small" lang={language} data-testid="paragraph">
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </Section>
    </StaffLayout>
  )
}
