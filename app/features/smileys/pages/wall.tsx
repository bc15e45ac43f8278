import { wordsIn } from '../../../shared/i18n/i18n.ts'
import { direction, isLanguage } from '../../../shared/i18n/languages.ts'
import { clockTime } from '../../../shared/time/moment.ts'
import {
  Button,
  Form,
  LinkButton,
  PublicLayout,
  Qr,
  useView,
  type View,
  ViewProvider,
} from '../../../shared/ui/index.ts'
import type { Group } from '../../groups/group.ts'
import { shownCode } from '../codes.ts'
import { Face } from '../parts/face.tsx'
import { paths, vote } from '../paths.ts'

/** The page in the group's language, whoever shows it. */
export function useViewIn(language: string): View {
  const outer = useView()
  const lang = isLanguage(language) ? language : 'fr'
  const words = wordsIn(lang)
  return { ...outer, lang, dir: direction(lang), t: words.t, date: words.date, number: (n) => words.number(n) }
}

type Props = {
  sessionId: string
  group: Group
  publicUrl: string
  sign: { code: string; until: Date } | undefined
}

/** What hangs on the wall or is projected: a large code to scan, a short one to type, nothing about the programme. */
export function WallPage(props: Props) {
  return (
    <ViewProvider view={{ ...useViewIn(props.group.language), languages: [] }}>
      <Wall {...props} />
    </ViewProvider>
  )
}

function Wall({ sessionId, publicUrl, sign }: Props) {
  const { t } = useView()
  const address = sign && `${publicUrl}${vote.ballot({ code: sign.code })}`
  return (
    <PublicLayout title={t('smileys.vote.title')} lead={t('smileys.vote.anonymous')}>
      <div class="wall">
        <p class="wall-faces">
          <Face answer="good" size={72} />
          <Face answer="middling" size={72} />
          <Face answer="bad" size={72} />
        </p>
        {sign && address ? (
          <>
            <Qr text={address} label={t('smileys.wall.qr')} size={420} />
            <p>{t('smileys.wall.type')}</p>
            <p class="wall-address" dir="ltr" data-testid="wall-address">
              {publicUrl.replace(/^https?:\/\//, '')}
              {vote.start()}/<strong data-testid="wall-code">{shownCode(sign.code)}</strong>
            </p>
            <p class="hint">{t('smileys.wall.until', { time: clockTime(sign.until) })}</p>
          </>
        ) : (
          <p data-testid="no-sign">{t('smileys.wall.expired')}</p>
        )}
      </div>
      <div class="actions no-print">
        <Form action={paths.wall({ sessionId })} inline>
          <Button kind={sign ? 'secondary' : 'primary'} testId="new-sign">
            {t('smileys.wall.new')}
          </Button>
        </Form>
        <LinkButton kind="quiet" href={paths.show({ sessionId })} testId="leave-wall">
          {t('smileys.back')}
        </LinkButton>
      </div>
    </PublicLayout>
  )
}
