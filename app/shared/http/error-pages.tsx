import { LinkButton, Notice, ParticipantLayout, PublicLayout, useLinks, useView } from '../ui/index.ts'

type Status = 401 | 403 | 404 | 413 | 500 | 503

/** The page for each thing that can go wrong: what happened, and what to do instead. */
export const errorPage = (status: Status, reference?: string) => <ErrorPage status={status} reference={reference} />

function ErrorPage({ status, reference }: { status: Status; reference?: string }) {
  const { t } = useView()
  const { home } = useLinks()
  // A participant's page stays neutral and small when it goes wrong, too.
  const own = home !== '/'
  const Layout = own ? ParticipantLayout : PublicLayout
  return (
    <Layout title={t(`http.${status}.title`)}>
      <Notice kind="info">
        <p>{t(`http.${status}.text`)}</p>
        {reference && <p>{t('http.reference', { reference })}</p>}
      </Notice>
      <p>
        <LinkButton href={status === 401 ? (own ? '/card/sign-in' : '/sign-in') : home}>
          {t(status === 401 ? 'http.signIn' : 'http.home')}
        </LinkButton>
      </p>
    </Layout>
  )
}
