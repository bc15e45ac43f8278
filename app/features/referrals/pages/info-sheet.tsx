import { type InfoSheet, infoSections } from '../../../blueprints/blueprint.ts'
import {
  direction,
  type Language,
  languageNames,
  participantLanguages,
  unreviewed,
} from '../../../shared/i18n/languages.ts'
import { textIn } from '../../../shared/i18n/text.ts'
import {
  LinkButton,
  Listen,
  Notice,
  ParticipantLayout,
  PrintLayout,
  StaffLayout,
  Tabs,
  useView,
} from '../../../shared/ui/index.ts'
import { paths as programmePaths } from '../../programmes/paths.ts'
import { paths } from '../paths.ts'

type Props = { programmeId: string; title: string; sheet: InfoSheet; language: Language }

/** The plain-language sheet in the person's language, which need not be the reader's. */
function SheetBody({ sheet, language, listen }: { sheet: InfoSheet; language: Language; listen?: boolean }) {
  return (
    <div lang={language} dir={direction(language)} class="info-sheet">
      {infoSections.map((name) => (
        <section key={name} class="section card">
          <div id={`sheet-${name}`} class="stack-small">
            <h2>{textIn(sheet[name].title, language).text}</h2>
            <ul class="lines">
              {sheet[name].lines.map((line) => (
                <li key={line.fr}>{textIn(line, language).text}</li>
              ))}
            </ul>
          </div>
          {listen && <Listen what={`sheet-${name}`} />}
        </section>
      ))}
    </div>
  )
}

/** For staff: to show on the screen, to read aloud, to print. */
export function SheetPage({ programmeId, title, sheet, language }: Props) {
  const { t } = useView()
  return (
    <StaffLayout
      title={t('referrals.sheet.title')}
      lead={t('referrals.sheet.lead')}
      crumbs={[
        { href: programmePaths.list(), label: t('programmes.list.title') },
        { href: programmePaths.show({ programmeId }), label: title },
      ]}
      width="narrow"
      actions={
        <LinkButton icon="print" href={paths.printSheet({ programmeId }, { in: language })} testId="print-sheet">
          {t('referrals.sheet.print')}
        </LinkButton>
      }
    >
      <Tabs
        label={t('referrals.sheet.language')}
        items={participantLanguages.map((code) => ({
          href: paths.sheet({ programmeId }, { in: code }),
          label: languageNames[code],
          current: code === language,
        }))}
      />
      {unreviewed.includes(language) && <Notice>{t('referrals.sheet.unreviewed')}</Notice>}
      <SheetBody sheet={sheet} language={language} />
    </StaffLayout>
  )
}

export function PrintedSheetPage({ programmeId, sheet, language }: Props) {
  const { t } = useView()
  return (
    <PrintLayout
      title={textIn(sheet.is.title, language).text}
      back={{ href: paths.sheet({ programmeId }, { in: language }), label: t('referrals.sheet.back') }}
    >
      <SheetBody sheet={sheet} language={language} />
    </PrintLayout>
  )
}

/** On the person's own phone, in the language of their page. */
export function OwnSheetPage({ sheet, back }: { sheet: InfoSheet; back: string }) {
  const { t, lang } = useView()
  return (
    <ParticipantLayout title={t('referrals.ownSheet.title')} back={{ href: back, label: t('referrals.ownSheet.back') }}>
      <SheetBody sheet={sheet} language={lang as Language} listen />
    </ParticipantLayout>
  )
}
