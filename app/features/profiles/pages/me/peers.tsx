import type { ParticipantText } from '../../../../shared/i18n/text.ts'
import type { Refusal as Refused } from '../../../../shared/rules.ts'
import {
  Actions,
  Button,
  Form,
  Notice,
  ParticipantLayout,
  Refusal,
  Section,
  Tile,
  Tiles,
  useView,
} from '../../../../shared/ui/index.ts'
import { me } from '../../paths.ts'
import type { Peer, PeerStep } from '../../store/peers.ts'
import { useVocabulary } from '../parts.tsx'

/** The rules first, then the choice to be named, then those who made it. */
export function PeersPage(props: {
  step: PeerStep
  rules: readonly ParticipantText[]
  peers: Peer[]
  refusal?: Refused
}) {
  const { t } = useView()
  const words = useVocabulary()
  const { step, peers } = props
  return (
    <ParticipantLayout
      title={t('profiles.me.task.peers')}
      back={{ href: me.start(), label: t('profiles.me.back') }}
      nav={false}
    >
      {props.refusal && <Refusal reason={props.refusal} />}
      {step.joined && !step.closed && (
        <Section title={t('profiles.me.peers.who')}>
          {peers.length === 0 && <p>{t('profiles.me.peers.nobody')}</p>}
          <Tiles>
            {peers.map((peer) => (
              <PeerTile key={peer.personId} peer={peer} />
            ))}
          </Tiles>
        </Section>
      )}
      {step.closed && <Notice>{t('profiles.me.peers.closed')}</Notice>}
      <Section title={t('profiles.me.peers.rules')}>
        <ol class="bullets">
          {props.rules.map((rule) => (
            <li key={rule.en}>{words.say(rule)}</li>
          ))}
        </ol>
      </Section>
      {!step.joined && !step.closed && (
        <Form action={me.joinPeers()} testId="join-peers">
          <ul class="bullets">
            <li>{t('profiles.me.peers.join.named')}</li>
            <li>{t('profiles.me.peers.join.coach')}</li>
            <li>{t('profiles.me.peers.join.free')}</li>
          </ul>
          <Actions>
            <Button kind="primary" testId="join-peers-button">
              {t('profiles.me.peers.join')}
            </Button>
          </Actions>
        </Form>
      )}
      {step.joined && (
        <Form action={me.leavePeers()} testId="leave-peers">
          <p>{t('profiles.me.peers.leaveHint')}</p>
          <Actions>
            <Button kind="danger">{t('profiles.me.peers.leave')}</Button>
          </Actions>
        </Form>
      )}
    </ParticipantLayout>
  )
}

function PeerTile({ peer }: { peer: Peer }) {
  const { t } = useView()
  const { sheet } = peer
  if (!peer.hasProfile) return <Tile emoji="👤" title={peer.firstName} note={t('profiles.me.peers.notYet')} />
  if (sheet)
    return (
      <Tile
        href={me.peerSheet({ sheetId: sheet.id })}
        emoji="👤"
        title={peer.firstName}
        note={t(sheet.handedIn ? 'profiles.me.done' : 'profiles.me.peers.begun')}
      />
    )
  return (
    <Form id={peer.personId.slice(0, 8)} action={me.startPeer({ peerId: peer.personId })}>
      <button class="tile" type="submit" data-testid="rate-peer">
        <span class="emoji" aria-hidden>
          👤
        </span>
        <span>
          <strong>{peer.firstName}</strong>
          <small>{t('profiles.me.peers.rate')}</small>
        </span>
      </button>
    </Form>
  )
}
