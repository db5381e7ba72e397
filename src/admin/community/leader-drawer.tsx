/** One leader or applicant: what the shop knows, their communities, and the decision. */
import { useState } from 'react'
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import type { LeaderView } from '@/contract/staff-community'
import type { MemberId } from '@/domain/ids'
import { dayText, minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { ConfirmOnce } from '../parts/confirm-once'
import { Drawer, DrawerPart, Facts } from '../parts/drawer'
import { Face } from '../parts/face'
import { moneyText } from '../parts/money'
import { StateTag } from '../parts/state-cell'
import { ReasonDialog } from '../promotion/reason-dialog'
import { communityStates } from './community-copy'
import { copy, decisions, leaderStates, rateText, refusals, restore } from './copy'
import './community.css'

const words = copy.drawer

const LeaderDrawer = ({ memberId, onClose }: { memberId: MemberId; onClose: () => void }) => {
  const { data: leader, error, refetch } = useCloud('staff-community', 'leader', { memberId })
  const can = useCan()
  return (
    <Drawer
      title={
        leader ? (
          <>
            <Face name={leader.name} avatar={leader.avatar} size={34} />
            {leader.name}
          </>
        ) : null
      }
      aside={leader && <Standing leader={leader} />}
      foot={leader && can('community.write') && <Decide leader={leader} />}
      error={error}
      onRetry={() => void refetch()}
      unknown={words.unknown}
      onClose={onClose}
    >
      {leader && <Body leader={leader} />}
    </Drawer>
  )
}

const Standing = ({ leader: { state, sinceAt, memberId } }: { leader: LeaderView }) => {
  const can = useCan()
  return (
    <>
      <StateTag {...leaderStates[state]} />
      <span className="aside">{minuteText(sinceAt)}</span>
      {can('commission.read') && (state === 'approved' || state === 'suspended') && (
        <Link to={`/commission/leaders/${memberId}`} className="quiet-link">
          {words.statement}
        </Link>
      )}
    </>
  )
}

const Body = ({ leader }: { leader: LeaderView }) => {
  const { orders, communityRows } = leader
  return (
    <>
      <Facts
        rows={[
          [words.neighbourhood, leader.neighbourhood],
          [words.phone, leader.maskedPhone],
          [words.applied, minuteText(leader.appliedAt)],
          [words.rate, rateText(leader.effectiveRateBp)],
          [words.decidedBy, leader.decidedBy],
          [words.sales, words.salesFact(leader.sales, moneyText(leader.paidFen))],
          ...(leader.reason ? ([[words.reason, leader.reason, true]] as const) : []),
        ]}
      />
      <DrawerPart title={words.intro}>
        <p className="community__words">{leader.intro || words.noIntro}</p>
      </DrawerPart>
      <DrawerPart title={words.buys} aside={leader.state === 'applied' ? words.buysNote : undefined}>
        <p className="community__words">
          {orders.count === 0 ? words.noOrders : words.orders(orders.count, moneyText(orders.paidFen))}
          {orders.firstAt && <span className="aside"> · {words.since1(dayText(orders.firstAt))}</span>}
        </p>
      </DrawerPart>
      {leader.state !== 'applied' && (
        <DrawerPart title={words.communities}>
          {communityRows.length === 0 && <p className="community__words aside">{words.noCommunities}</p>}
          <ul className="community__rows">
            {communityRows.map(({ id, name, state, members, paidFen }) => (
              <li key={id}>
                <Link to={`/community/communities?tab=all&open=${id}`} className="quiet-link">
                  {name}
                </Link>
                <StateTag {...communityStates[state]} filled={false} />
                <span className="aside">{words.members(members)}</span>
                <b>{moneyText(paidFen)}</b>
              </li>
            ))}
          </ul>
        </DrawerPart>
      )}
      {leader.state === 'applied' && <p className="community__hint">{words.earns}</p>}
    </>
  )
}

const Decide = ({ leader: { memberId, state } }: { leader: LeaderView }) => {
  const [asked, setAsked] = useState<'rejected' | 'suspended' | null>(null)
  const deciding = useAct('staff-community', 'decideLeader', refusals, { touches: ['staff-commission'] })
  const yes = state === 'suspended' ? restore : decisions.approved
  return (
    <>
      {state === 'applied' && <Button onClick={() => setAsked('rejected')}>{decisions.rejected.act}</Button>}
      {state === 'approved' && <Button onClick={() => setAsked('suspended')}>{decisions.suspended.act}</Button>}
      {(state === 'applied' || state === 'suspended') && (
        <ConfirmOnce
          title={yes.title}
          note={yes.note}
          act={yes.act}
          isLoss={false}
          onSure={() => deciding.run({ memberId, to: 'approved' })}
        >
          <Button type="primary" loading={deciding.isBusy && !asked}>
            {yes.act}
          </Button>
        </ConfirmOnce>
      )}
      {asked && (
        <ReasonDialog
          title={decisions[asked].title}
          note={decisions[asked].note}
          act={decisions[asked].act}
          hint={decisions[asked].hint}
          isBusy={deciding.isBusy}
          onClose={() => setAsked(null)}
          onSure={async (reason) => {
            if (await deciding.run({ memberId, to: asked, reason })) setAsked(null)
          }}
        />
      )}
    </>
  )
}

export default LeaderDrawer
