/** A group as its page gets it: three seats, 小美 leads, one seat taken. */
import type { GroupSeatView, GroupView } from '@/contract/group-buy'
import { fen } from '@/domain/money'
import { epochMs, HOUR, MINUTE } from '@/domain/time'

export const NOW = epochMs(Date.UTC(2026, 10, 22, 4))

const person = (name: string, more: Partial<GroupView['members'][number]> = {}) => ({
  name,
  avatar: null,
  isLeader: false,
  isYou: false,
  ...more,
})
export const leader = person('小*', { isLeader: true })
export const friend = person('莉*')
export const you = person('大伟', { isYou: true })

export const aGroup = (more: Partial<GroupView> = {}): GroupView => {
  const members = more.members ?? [leader]
  const size = more.size ?? 3
  return {
    id: 'grp_0123456789' as GroupView['id'],
    state: 'open',
    version: 3,
    size,
    minSize: null,
    reserved: 0,
    freesAt: null,
    deadlineAt: epochMs(NOW + 11 * HOUR),
    filledAt: null,
    product: {
      id: 'prd_0123456789' as never,
      title: '丹东 99 红颜草莓 500g',
      subtitle: null,
      tags: ['今早到店', '坏果包赔'],
      picture: { url: '', tone: ['#fff', '#eee'] },
      specs: [],
      skus: [
        {
          id: 'sku_0123456789' as never,
          options: [],
          priceFen: fen(3680),
          memberPriceFen: fen(3490),
          marketPriceFen: null,
          available: 20,
          picture: null,
        },
      ],
      isOnSale: true,
    },
    campaignId: 'gcp_0123456789' as never,
    isCampaignOn: true,
    lifeMs: 24 * HOUR,
    prices: [{ skuId: 'sku_0123456789' as never, priceFen: fen(2990), left: 9 }],
    mostPieces: 2,
    pickupPoint: null,
    sharer: { name: '小*', avatar: null },
    shareCode: 'abcdefgh12',
    mine: null,
    acts: ['join', 'open-own'],
    others: [],
    cardPicture: null,
    activityId: null,
    ...more,
    members,
    missing: more.missing ?? size - members.length,
  }
}

export const aSeat = (more: Partial<GroupSeatView> = {}): GroupSeatView => ({
  orderId: 'ord_0123456789' as never,
  state: 'confirmed',
  trade: 'awaiting-group',
  payDeadlineAt: null,
  chooseBy: null,
  dueFen: null,
  paidFen: fen(2990),
  refund: null,
  ...more,
})

export const aRefund = (more: Partial<NonNullable<GroupSeatView['refund']>> = {}) => ({
  amountFen: fen(2990),
  state: 'sent' as const,
  wantedAt: NOW,
  doneAt: null,
  expectedBy: epochMs(NOW + 72 * HOUR),
  ...more,
})

export const inMinutes = (minutes: number) => epochMs(NOW + minutes * MINUTE)
