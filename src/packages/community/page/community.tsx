import { useState } from 'react'
import type { CommunityView } from '@/contract/community'
import { isMember } from '@/domain/community/member'
import { sharePath } from '@/domain/share/link'
import { CommunityScreen } from '@/features/community/community-screen'
import { copy, refused } from '@/features/community/copy'
import { MembershipSheet } from '@/features/community/membership-sheet'
import { OwnPart } from '@/features/community/own-part'
import type { CommunityPage } from '@/features/community/use-community'
import { AskRow } from '@/features/message/ask-row'
import { Sharing } from '@/features/share/sharing'
import { call } from '@/platform/call'
import { go } from '@/platform/navigate'
import { useKnownMember } from '@/platform/session'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'

type Props = { readonly page: CommunityPage; readonly view: CommunityView }

/** The community that was found: its screen, the sheets over it, and what hands it on. */
export const Community = ({ page, view }: Props) => {
  const [isOpen, setIsOpen] = useState(false)
  const { busy, moveMembership } = page
  const isIn = isMember(view.membership)
  useKnownMember()
  return (
    <Sharing
      of={view.id}
      onMake={() => call('community', 'share', { communityId: view.id, channel: 'chat' })}
      title={view.name}
      picture={view.cardPicture}
      isOff={!isIn || view.state === 'closed'}
      path={view.shareCode ? sharePath(view.shareCode, 'community') : `/packages/community/page/index?id=${view.id}`}
      words={copy.page.card}
      refusals={refused}
    >
      {(invite) => (
        <>
          <CommunityScreen
            view={view}
            busy={busy}
            onJoin={() => void moveMembership('join')}
            onMore={() => setIsOpen(true)}
            onMembers={() => go.communityMembers(view.id)}
            onSale={go.sale}
          />
          {view.membership === 'joined' && !view.own && view.state === 'active' && <AskRow moment="community-joined" />}
          {view.own && (
            <OwnPart
              view={view}
              own={view.own}
              busy={busy}
              onSave={page.save}
              onMove={page.move}
              onBind={() => void page.bind()}
              onUnbind={(key) => void page.unbind(key)}
              onOffer={page.offer}
              onWithdraw={() => void page.withdraw()}
            />
          )}
          {isOpen && (
            <MembershipSheet
              view={view}
              busy={busy}
              onMute={(isMuted) => void moveMembership(isMuted ? 'mute' : 'unmute')}
              onLeave={() => void moveMembership('leave').then((isDone) => isDone && setIsOpen(false))}
              onClose={() => setIsOpen(false)}
            />
          )}
          {isIn && view.state !== 'closed' && (
            <Dock>
              <Button width="grow" icon="share" onTap={invite}>
                {copy.page.invite}
              </Button>
            </Dock>
          )}
        </>
      )}
    </Sharing>
  )
}
