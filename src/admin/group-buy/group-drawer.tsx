/** One group in a drawer of 600: how far it is, the people in it with their orders, and what went back. */
import { Drawer } from 'antd'
import { Link } from 'react-router-dom'
import type { ReactNode } from 'react'
import type { StaffGroupView } from '@/contract/staff-group-buy'
import type { GroupId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import type { EpochMs } from '@/domain/time'
import { ReadRefused, useCloud } from '../cloud/use-cloud'
import { copy as parts } from '../parts/copy'
import { dueText } from '../parts/hour-text'
import { Icon } from '../parts/icon'
import { moneyText } from '../parts/money'
import { StateTag } from '../parts/state-cell'
import { Empty, Failed, Skeleton } from '../parts/states'
import { useNow } from '../parts/use-now'
import { shade } from '../theme'
import { sizeText, thresholdText } from './copy'
import { GroupClock } from './group-clock'
import { GroupPeople } from './group-people'
import { copy, groupState } from './groups-copy'
import { SeatDots } from './seat-dots'
import './group-buy.css'
import '../orders/order-drawer.css'

const words = copy.drawer

const GroupDrawer = ({ groupId, onClose }: { groupId: GroupId; onClose: () => void }) => {
  const { data: group, error, refetch } = useCloud('staff-group-buy', 'group', { groupId }, { every: 10_000 })
  const isUnknown = error instanceof ReadRefused && error.refusal.code === 'group.unknown'
  return (
    <Drawer
      open
      size={600}
      closable={false}
      onClose={onClose}
      styles={{ body: { padding: 0 }, mask: { background: shade.mask } }}
      rootClassName="order-drawer"
    >
      {!group && isUnknown && <Empty icon="search" title={copy.unknown} />}
      {!group && error && !isUnknown && <Failed error={error} onRetry={() => void refetch()} />}
      {!group && !error && <Skeleton rows={6} height={52} />}
      {group && (
        <>
          <Head group={group} onClose={onClose} />
          <div className="order-drawer__body">
            <Facts group={group} />
            <GroupPeople group={group} />
            {group.refunds.all > 0 && <Refunds group={group} />}
          </div>
        </>
      )}
    </Drawer>
  )
}

const Head = ({ group, onClose }: { group: StaffGroupView; onClose: () => void }) => (
  <header className="order-head">
    <div className="order-head__line">
      <h2>{group.productTitle}</h2>
      <span className="order-head__tools">
        <button type="button" className="order-head__close" aria-label={parts.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </span>
    </div>
    <div className="order-head__line">
      <StateTag {...groupState(group.state, group.refunds.failed)} />
      <span>
        <SeatDots {...group} />
        {copy.people(group.confirmed, group.size)}
        {group.reserved > 0 && <span className="aside"> · {copy.paying(group.reserved)}</span>}
      </span>
      {(group.state === 'open' || group.filledAt !== null) && (
        <span className="group-drawer__clock">
          <GroupClock group={group} />
        </span>
      )}
    </div>
  </header>
)

const Facts = ({ group }: { group: StaffGroupView }) => {
  const now = useNow()
  const at = (instant: EpochMs | null): string => (instant ? minuteText(instant) : parts.none)
  return (
    <dl className="facts">
      <Fact name={words.campaign}>
        <Link to={`/campaigns/group-buy/${group.campaignId}`} className="quiet-link">
          {group.campaignName}
        </Link>
      </Fact>
      <Fact name={words.leader}>{group.leader}</Fact>
      <Fact name={words.size}>
        {sizeText(group.size)} · {thresholdText(group.minSize)}
      </Fact>
      <Fact name={words.opened}>{at(group.openedAt)}</Fact>
      <Fact name={words.deadline}>{at(group.deadlineAt)}</Fact>
      <Fact name={words.filled}>{at(group.filledAt)}</Fact>
      {group.state === 'open' && group.deadlineAt && (
        <p className="facts__upload">{words.bySystem(dueText(group.deadlineAt, now))}</p>
      )}
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="facts__fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Refunds = ({ group: { refunds } }: { group: StaffGroupView }) => (
  <section>
    <h3 className="order-drawer__title">{words.refunds}</h3>
    <p className={`facts__upload${refunds.failed > 0 ? ' is-dead' : ''}`}>
      {refunds.failed > 0
        ? words.stopped(refunds.failed)
        : words.sum(moneyText(refunds.amountFen), refunds.done, refunds.all)}
      <Link to={`/campaigns/group-buy/refunds?tab=${refunds.failed > 0 ? 'failed' : 'all'}`} className="quiet-link">
        {words.toLedger}
      </Link>
    </p>
  </section>
)

export default GroupDrawer
