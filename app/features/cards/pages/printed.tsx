import { wordsIn } from '../../../shared/i18n/i18n.ts'
import { direction, isLanguage, type Language, participantLanguages } from '../../../shared/i18n/languages.ts'
import { groups } from '../../../shared/secrets/crockford.ts'
import { Notice, PrintLayout, Qr, useView } from '../../../shared/ui/index.ts'
import type { Person } from '../../people/person.ts'
import type { CardSecrets } from '../card.ts'
import { paths } from '../paths.ts'

/** The new card, to be printed and cut out. Shown once: its secrets are stored nowhere. */
export function PrintedPage(props: { person: Person; secrets: CardSecrets; publicUrl: string }) {
  const { t } = useView()
  return (
    <PrintLayout
      title={t('cards.printed.title')}
      back={{ href: paths.card({ personId: props.person.id }), label: t('cards.printed.back') }}
    >
      <div class="no-print">
        <Notice kind="warning" title={t('cards.printed.once')}>
          <p>{t('cards.printed.hint')}</p>
        </Notice>
      </div>
      <Pass {...props} />
    </PrintLayout>
  )
}

/**
 * What the person carries: two faces of a bank card, folded. In their language, and neutral: whoever finds it learns a
 * first name and an address, not what the card is for.
 */
function Pass({ person, secrets, publicUrl }: { person: Person; secrets: CardSecrets; publicUrl: string }) {
  const view = useView()
  const lang = passLanguage(person.language, view.lang)
  const { t } = wordsIn(lang)
  const url = publicUrl + paths.scan({ token: secrets.token })
  return (
    <article class="pass" lang={lang} dir={direction(lang)} data-testid="card">
      <div class="pass-face">
        <Qr text={url} label={t('cards.pass.qr')} size={150} />
        <div class="pass-words">
          <p class="pass-name">{person.firstName}</p>
          <p>
            {t('cards.pass.code')}
            <bdi class="pass-code" dir="ltr" data-testid="card-code">
              {groups(secrets.code)}
            </bdi>
          </p>
        </div>
      </div>
      <ol class="pass-face pass-how">
        <li>{t('cards.pass.scan')}</li>
        <li>
          {t('cards.pass.type')}{' '}
          <bdi class="pass-address" dir="ltr">
            {new URL(paths.short(), publicUrl).href.replace(/^https?:\/\//, '')}
          </bdi>
        </li>
        <li>{t('cards.pass.choose')}</li>
        <li>{t('cards.pass.keep')}</li>
        <li>{t('cards.pass.lost')}</li>
      </ol>
    </article>
  )
}

/** The person's own language where participants' pages have it, else the professional's. */
function passLanguage(own: string | null, shown: string): Language {
  const offered = (code: string | null): code is Language =>
    isLanguage(code) && (participantLanguages as readonly string[]).includes(code)
  return offered(own) ? own : offered(shown) ? shown : 'fr'
}
