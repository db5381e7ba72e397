/** Every way from one screen to another, with what each screen needs to know. No other file spells a path. */
import Taro from '@tarojs/taro'
import type { SaleOrderTab } from '@/contract/leader'
import type { OrderTab } from '@/contract/order'
import type {
  AddressId,
  AssistCardId,
  CommunityId,
  FlashSlotId,
  GroupCampaignId,
  GroupId,
  OrderId,
  SaleId,
  SkuId,
} from '@/domain/ids'

/** WeChat keeps ten pages; the last one is left for the way on. */
const DEEPEST = 9

type Query = Readonly<Record<string, string | number | undefined>>

const url = (path: string, query: Query = {}): string => {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `/${path}/index${parts.length ? `?${parts.join('&')}` : ''}`
}

const open = (path: string, query?: Query): void => {
  const target = { url: url(path, query) }
  void (Taro.getCurrentPages().length >= DEEPEST ? Taro.redirectTo(target) : Taro.navigateTo(target))
}
const instead = (path: string, query?: Query): void => void Taro.redirectTo({ url: url(path, query) })
const tab = (name: string): void => void Taro.switchTab({ url: url(`pages/${name}`) })

/** A tab can't be given a query, so what it should show waits here until it looks. */
let wantedCategory: string | null = null
export const takeWantedCategory = (): string | null => {
  const wanted = wantedCategory
  wantedCategory = null
  return wanted
}

export type BuyNow = {
  readonly skuId: string
  readonly quantity: number
  readonly shareCode?: string | undefined
  readonly group?:
    | { readonly kind: 'open'; readonly campaignId: GroupCampaignId }
    | { readonly kind: 'join'; readonly groupId: GroupId }
  /** At the price of this flash sale. */
  readonly flashSlotId?: FlashSlotId | undefined
}

/** Goods of a group sale; the order of a neighbour's draft comes with its code. */
export type BuyInSale = {
  readonly saleId: SaleId
  readonly items: readonly { readonly skuId: string; readonly quantity: number }[]
  readonly shareCode?: string | undefined
  readonly draftCode?: string | undefined
  readonly pickupPointId?: string | undefined
}

/** As `leader.draft` takes it. */
export type SaleSource =
  | { readonly from: 'nothing'; readonly communityId?: CommunityId }
  | { readonly from: 'last' }
  | { readonly from: 'sale' | 'self'; readonly saleId: SaleId }

const queryOf = ({ skuId, quantity, shareCode, group, flashSlotId }: BuyNow): Query => ({
  sku: skuId,
  quantity,
  share: shareCode,
  flash: flashSlotId,
  ...(group?.kind === 'open' ? { campaign: group.campaignId } : group ? { group: group.groupId } : {}),
})

export const go = {
  home: () => tab('home'),
  community: () => tab('community'),
  cart: () => tab('cart'),
  me: () => tab('me'),
  category: (categoryId?: string) => {
    wantedCategory = categoryId ?? null
    tab('category')
  },
  product: (productId: string) => open('packages/product/detail', { id: productId }),
  search: (text?: string) => open('packages/product/search', { text }),
  favorites: () => open('packages/product/favorites'),
  /** The basket comes from the cart unless it is one SKU bought at once: alone, in a group or in a flash sale. */
  checkout: (now?: BuyNow) => open('packages/order/checkout', now && queryOf(now)),
  checkoutSale: ({ saleId, items, shareCode, draftCode, pickupPointId }: BuyInSale) =>
    open('packages/order/checkout', {
      sale: saleId,
      items: items.map(({ skuId, quantity }) => `${skuId}.${quantity}`).join('~'),
      share: shareCode,
      draft: draftCode,
      point: pickupPointId,
    }),
  orders: (orderTab: OrderTab = 'all') => open('packages/order/list', { tab: orderTab }),
  order: (orderId: OrderId) => open('packages/order/detail', { id: orderId }),
  /** From checkout there is no way back: the order is placed. */
  orderInstead: (orderId: OrderId) => instead('packages/order/detail', { id: orderId }),
  /** The code that is shown at the door of a group sale. */
  pickup: (orderId: OrderId) => open('packages/order/pickup', { id: orderId }),
  payResultInstead: (orderId: OrderId) => instead('packages/order/pay-result', { id: orderId }),
  addresses: (mode: 'keep' | 'choose' = 'keep') => open('packages/member/addresses', { mode }),
  addressEdit: (addressId?: AddressId) => open('packages/member/address-edit', { id: addressId }),
  profile: () => open('packages/member/profile'),
  privacy: () => open('packages/member/privacy'),
  settings: () => open('packages/member/settings'),
  /** What the shop has told. */
  messages: () => open('packages/member/messages'),
  messageSettings: () => open('packages/member/message-settings'),
  group: (groupId: GroupId) => open('packages/group/page', { id: groupId }),
  /** After paying in a group: its page is the receipt. */
  groupInstead: (groupId: GroupId) => instead('packages/group/page', { id: groupId }),
  myGroups: () => open('packages/group/mine'),
  /** Where coupons are claimed. */
  coupons: () => open('packages/coupon/centre'),
  myCoupons: () => open('packages/coupon/mine'),
  points: () => open('packages/coupon/points'),
  flash: () => open('packages/flash/slots'),
  /** Campaigns in which friends help, and one's own cards. */
  assist: () => open('packages/assist/list'),
  assistCard: (cardId: AssistCardId) => open('packages/assist/card', { id: cardId }),
  communityPage: (communityId: CommunityId) => open('packages/community/page', { id: communityId }),
  communityMembers: (communityId: CommunityId) => open('packages/community/members', { id: communityId }),
  applyAsLeader: () => open('packages/community/apply'),
  sale: (saleId: SaleId) => open('packages/community/sale', { id: saleId }),
  /** After paying: back to the sale's page where it lies beneath, else on to it. */
  backToSale: (saleId: SaleId) => {
    const beneath = Taro.getCurrentPages().map(({ route }) => route?.includes('packages/community/sale/') ?? false)
    const delta = beneath.length - 1 - beneath.lastIndexOf(true)
    void (beneath.includes(true) ? Taro.navigateBack({ delta }) : go.saleInstead(saleId))
  },
  /** The leader's own rooms. */
  workbench: () => open('packages/leader/bench'),
  mySales: () => open('packages/leader/sales'),
  /** A new sale, a copy of an earlier one, or one that is there. */
  editSale: (from: SaleSource) => open('packages/leader/edit', from),
  saleInstead: (saleId: SaleId) => instead('packages/community/sale', { id: saleId }),
  saleOrders: (saleId: SaleId, orderTab?: SaleOrderTab) =>
    open('packages/leader/orders', { id: saleId, tab: orderTab }),
  /** Counting in, and who goes short: of one product at once. */
  saleGoods: (saleId: SaleId, shortOf?: SkuId) => open('packages/leader/goods', { id: saleId, sku: shortOf }),
  packing: (saleId: SaleId) => open('packages/leader/packing', { id: saleId }),
  neighbourDrafts: (saleId: SaleId) => open('packages/leader/drafts', { id: saleId }),
  handOver: (saleId?: SaleId) => open('packages/leader/hand-over', { id: saleId }),
  earnings: () => open('packages/leader/earnings'),
  poster: (shareCode: string) => open('packages/share/poster', { c: shareCode }),
  /** One page back; from a page that was opened first, home. */
  back: () => void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : go.home()),
}
