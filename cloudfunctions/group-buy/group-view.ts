/** A group as whoever looks at it sees it: others by the first character of their name, oneself whole. */
import type { GroupMemberView, GroupRefundView, GroupSeatView, GroupView } from '@/contract/group-buy'
import type { GroupId, MemberId } from '@/domain/ids'
import { groupActs } from '@/domain/group-buy/acts'
import { seatDeadline } from '@/domain/group-buy/group'
import { isCampaignOn, type JoinableGroup } from '@/domain/group-buy/take-part'
import { fen } from '@/domain/money'
import { refundExpectedBy } from '@/domain/group-buy/refund-by'
import { maskName } from '@/domain/share/mask'
import { epochMs, MINUTE, type EpochMs } from '@/domain/time'
import { NO_PICTURE } from '../catalog/cards'
import { shopFront, usualPickupPoint } from '../catalog/shop-front'
import type { Deps } from '../runtime/deps'
import { readGroup, type GroupName, type GroupRecord, type OwnSeatRow, type RefundRow } from './group.sql'
import { openGroupCard } from './open-groups.sql'

const at = (date: Date | null): EpochMs | null => date && epochMs(date.getTime())

/** A group that nobody has paid for yet is its opener's alone. */
const isVisible = (group: GroupRecord, memberId: MemberId | null): boolean =>
  group.openedAt !== null || group.openerId === memberId

/** Null where there is none, or none that this caller may know of. */
export const findGroup = async (deps: Deps, name: GroupName, memberId: MemberId | null): Promise<GroupView | null> => {
  const [row, front] = await Promise.all([readGroup(deps, name, memberId), shopFront(deps)])
  if (!row || !isVisible(row, memberId)) return null
  return { ...groupView(row, memberId, deps.now()), pickupPoint: usualPickupPoint(front, row.lastPointId) }
}

/** The view after an act of a member who is or was in it: it can't be gone. */
export const reopenGroup = async (deps: Deps, groupId: GroupId, memberId: MemberId): Promise<GroupView> => {
  const view = await findGroup(deps, { groupId }, memberId)
  if (!view) throw new Error('a group vanished')
  return view
}

const groupView = (row: GroupRecord, memberId: MemberId | null, now: EpochMs): Omit<GroupView, 'pickupPoint'> => {
  const campaign = {
    ...row.campaign,
    startsAt: epochMs(row.campaign.startsAt),
    endsAt: epochMs(row.campaign.endsAt),
  }
  const group: JoinableGroup = {
    ...row,
    deadlineAt: at(row.deadlineAt),
    freesAt: row.state === 'open' && row.keptSince ? seatDeadline(epochMs(row.keptSince.getTime())) : null,
  }
  const prices = row.prices ?? []
  const members = row.members ?? []
  const left = row.isOnSale ? Math.max(0, ...prices.map((price) => price.left)) : 0
  const isOwnCard = memberId !== null && row.sharerId === memberId
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    size: row.size,
    minSize: row.minSize,
    members: members.map((member) => memberView(member, row.leaderId, memberId)),
    reserved: row.reserved,
    missing: row.size - members.length,
    freesAt: group.freesAt,
    deadlineAt: group.deadlineAt,
    filledAt: at(row.filledAt),
    product: {
      id: row.productId,
      title: row.title,
      subtitle: row.subtitle,
      tags: row.tags,
      picture: row.picture ?? NO_PICTURE,
      specs: row.specs,
      skus: row.skus ?? [],
      isOnSale: row.isOnSale,
    },
    campaignId: row.campaignId,
    isCampaignOn: isCampaignOn(campaign, now),
    lifeMs: row.lifeMinutes * MINUTE,
    prices,
    mostPieces: campaign.mostPieces,
    sharer: row.sharer && !isOwnCard ? { name: maskName(row.sharer.name), avatar: row.sharer.avatar } : null,
    shareCode: row.shareCode,
    mine: row.mine && seatView(row.mine),
    acts: groupActs(group, { campaign, left, seats: row.seats ?? [] }, row.mine?.state ?? null, now),
    others: (row.others ?? []).map(openGroupCard),
    cardPicture: row.cardPicture,
    activityId: row.activityId,
  }
}

const memberView = (
  { id, name, avatar }: NonNullable<GroupRecord['members']>[number],
  leaderId: MemberId,
  caller: MemberId | null,
): GroupMemberView => ({
  name: id === caller ? (name ?? '') : maskName(name ?? ''),
  avatar,
  isLeader: id === leaderId,
  isYou: id === caller,
})

const seatView = (seat: OwnSeatRow): GroupSeatView => ({
  orderId: seat.orderId,
  state: seat.state,
  trade: seat.trade,
  payDeadlineAt: seat.state === 'reserved' ? epochMs(seat.payDeadlineAt) : null,
  chooseBy: seat.state === 'lost' && seat.chooseBy !== null ? epochMs(seat.chooseBy) : null,
  dueFen: seat.state === 'reserved' ? fen(seat.totalFen) : null,
  paidFen: fen(seat.paidFen),
  refund: seat.refund && refundView(seat.refund),
})

export const refundView = ({ amountFen, state, wantedAt, doneAt }: RefundRow): GroupRefundView => ({
  amountFen: fen(amountFen),
  state,
  wantedAt: epochMs(wantedAt),
  doneAt: doneAt === null ? null : epochMs(doneAt),
  expectedBy: refundExpectedBy(epochMs(wantedAt)),
})
