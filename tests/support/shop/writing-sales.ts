/** A leader's desk in a test: a community, a place, goods, and the terms of a sale that may open. */
import type { CallInput, CallOutput } from '@/contract/index'
import type { CommunityId, MemberId, PickupPointId, ProductId, SkuId } from '@/domain/ids'
import { proposedClocks } from '@/domain/sale/propose'
import { dataOf, type Shop } from '../functions'
import { aCommunity } from './communities'
import type { TestSale } from './group-sales'

export type SaveInput = CallInput<'leader', 'saveSale'>
export type Draft = CallOutput<'leader', 'saveSale'>

export type Desk = {
  readonly leaderId: MemberId
  readonly communityId: CommunityId
  readonly pickupPointId: PickupPointId
  readonly productId: ProductId
  readonly skuId: SkuId
}

/** Strawberries at ¥36.80 in the shop. */
export const aDesk = async (shop: Shop): Promise<Desk> => {
  const pickupPointId = await shop.aPickupPoint()
  const { leaderId, communityId } = await aCommunity(shop, { pickupPointIds: [pickupPointId] })
  const { productId, skuId } = await shop.aProduct({
    title: '丹东 99 草莓 500g',
    skus: [{ priceFen: 3680, stock: 10_000 }],
  })
  return { leaderId, communityId, pickupPointId, productId, skuId }
}

export const lineOf = (skuId: SkuId, wish: Partial<SaveInput['lines'][number]> = {}): SaveInput['lines'][number] => ({
  ...{ skuId, label: '草莓', priceFen: 2990 },
  ...wish,
})

/** Ends tonight at nine. */
export const termsOf = (shop: Shop, desk: Desk, wish: Partial<SaveInput> = {}): SaveInput => ({
  communityId: desk.communityId,
  title: '周日鲜食接龙',
  note: '今早 6:20 到店',
  ...proposedClocks(shop.clock.now()),
  pickupPointIds: [desk.pickupPointId],
  keepDays: 1,
  shortagePolicy: 'first-paid',
  lines: [lineOf(desk.skuId)],
  ...wish,
})

export const save = (shop: Shop, desk: Desk, input: SaveInput) => shop.call('leader', 'saveSale', input, desk.leaderId)

export const aDraft = async (shop: Shop, desk: Desk, wish: Partial<SaveInput> = {}): Promise<Draft> =>
  dataOf(await save(shop, desk, termsOf(shop, desk, wish)))

export const anOpenSale = async (shop: Shop, desk: Desk, wish: Partial<SaveInput> = {}): Promise<Draft> =>
  aDraft(shop, desk, { ...wish, opens: true })

/** The view sent back as a screen does it, with what was changed. */
export const again = (draft: Draft, wish: Partial<SaveInput> = {}): SaveInput => ({
  saleId: draft.id,
  version: draft.version,
  communityId: draft.communityId ?? ('com_0000000000' as CommunityId),
  title: draft.title,
  note: draft.note,
  startsAt: draft.startsAt,
  endsAt: draft.endsAt,
  pickupPointIds: draft.pickupPointIds && [...draft.pickupPointIds],
  handOverFromAt: draft.handOverFromAt,
  handOverUntilAt: draft.handOverUntilAt,
  keepDays: draft.keepDays,
  shortagePolicy: draft.shortagePolicy,
  lines: draft.lines.map(({ skuId, label, priceFen, tiers, stockLimit, perPerson }) => ({
    ...{ skuId, label, priceFen, stockLimit, perPerson },
    tiers: tiers.map((tier) => ({ ...tier })),
  })),
  ...wish,
})

/** For the helpers that place orders. */
export const toBuy = (desk: Desk, sale: Draft): TestSale => ({
  saleId: sale.id,
  leaderId: desk.leaderId,
  pickupPointId: desk.pickupPointId,
  skuIds: sale.lines.map((line) => line.skuId),
  skuId: desk.skuId,
  priceFen: sale.lines[0]?.priceFen ?? 0,
})
