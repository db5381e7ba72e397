/** One community: its groups, points, hand-overs, and what staff may do with it. */
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import type { StaffCommunityView } from '@/contract/staff-community'
import type { CommunityId } from '@/domain/ids'
import { dayText, minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { ConfirmOnce } from '../parts/confirm-once'
import { Drawer, DrawerPart, Facts } from '../parts/drawer'
import { moneyText } from '../parts/money'
import { StateTag } from '../parts/state-cell'
import { CommunityActs } from './community-acts'
import { communityStates, copy, nameOf, unbindRefusals, withdrawRefusals } from './community-copy'
import './community.css'

const CommunityDrawer = ({ communityId, onClose }: { communityId: CommunityId; onClose: () => void }) => {
  const { data: community, error, refetch } = useCloud('staff-community', 'community', { communityId })
  const can = useCan()
  return (
    <Drawer
      title={community?.name ?? null}
      aside={
        community && (
          <>
            <StateTag {...communityStates[community.state]} />
            {community.pausedBy && <span className="aside">{copy.pausedBy[community.pausedBy]}</span>}
            <Link to={`/sales?community=${community.id}`} className="quiet-link">
              {copy.toSales}
            </Link>
          </>
        )
      }
      foot={community && can('community.write') && <CommunityActs community={community} />}
      error={error}
      onRetry={() => void refetch()}
      unknown={copy.unknown}
      onClose={onClose}
    >
      {community && <Body community={community} canWrite={can('community.write')} />}
    </Drawer>
  )
}

const Body = ({ community, canWrite }: { community: StaffCommunityView; canWrite: boolean }) => (
  <>
    <Facts
      rows={[
        [
          copy.leader,
          <Link key="leader" to={`/community/leaders?tab=all&open=${community.leader.memberId}`} className="quiet-link">
            {nameOf(community.leader.name)}
          </Link>,
        ],
        [copy.created, dayText(community.createdAt)],
        [copy.people, copy.members(community.members)],
        [copy.paid, moneyText(community.paidFen)],
        [copy.open, copy.sales(community.openSales)],
      ]}
    />
    <DrawerPart title={copy.note}>
      <p className="community__words">{community.note || copy.noNote}</p>
    </DrawerPart>
    <DrawerPart title={copy.points}>
      {community.pickupPoints.length === 0 && <p className="community__words aside">{copy.noPoints}</p>}
      <ul className="community__rows">
        {community.pickupPoints.map(({ id, name, address }) => (
          <li key={id}>
            {name}
            <span className="aside">{address}</span>
          </li>
        ))}
      </ul>
    </DrawerPart>
    <Groups community={community} canWrite={canWrite} />
    <HandOvers community={community} canWrite={canWrite} />
  </>
)

const Groups = ({ community: { id, boundGroups }, canWrite }: { community: StaffCommunityView; canWrite: boolean }) => {
  const unbinding = useAct('staff-community', 'unbindGroup', unbindRefusals, { done: copy.unbound })
  return (
    <DrawerPart title={copy.bound} aside={copy.boundNote}>
      {boundGroups.length === 0 && <p className="community__words aside">{copy.noGroups}</p>}
      <ul className="community__rows">
        {boundGroups.map(({ key, boundAt }) => (
          <li key={key}>
            {copy.boundOn(dayText(boundAt))}
            {canWrite && (
              <span className="community__end">
                <ConfirmOnce
                  title={copy.unbindSure}
                  note={copy.unbindNote}
                  act={copy.unbind}
                  onSure={() => unbinding.run({ communityId: id, key })}
                >
                  <Button size="small">{copy.unbind}</Button>
                </ConfirmOnce>
              </span>
            )}
          </li>
        ))}
      </ul>
    </DrawerPart>
  )
}

const HandOvers = ({
  community: { id, offer, history },
  canWrite,
}: {
  community: StaffCommunityView
  canWrite: boolean
}) => {
  const withdrawing = useAct('staff-community', 'withdrawOffer', withdrawRefusals, { done: copy.withdrawn })
  // the open one is told above with its deadline
  const over = history.filter(({ state }) => state !== 'offered')
  if (!offer && over.length === 0) return null
  return (
    <DrawerPart title={copy.handOver}>
      <ul className="community__rows">
        {offer && (
          <li>
            {copy.offered(offer.to.name, minuteText(offer.untilAt))}
            {canWrite && (
              <span className="community__end">
                <ConfirmOnce
                  title={copy.withdrawSure}
                  note={copy.withdrawNote(offer.to.name)}
                  act={copy.withdraw}
                  onSure={() => withdrawing.run({ communityId: id, handOverId: offer.id })}
                >
                  <Button size="small">{copy.withdraw}</Button>
                </ConfirmOnce>
              </span>
            )}
          </li>
        )}
        {over.map(({ from, to, state, at }) => (
          <li key={`${at}${to}`}>
            {copy.handedOver(from, to, state)}
            <time className="aside community__end">{minuteText(at)}</time>
          </li>
        ))}
      </ul>
    </DrawerPart>
  )
}

export default CommunityDrawer
