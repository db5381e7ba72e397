/** Ids are strings with a prefix that says of what; made by the host, sortable by time, never a database sequence. */

declare const idBrand: unique symbol
export type Id<P extends string> = `${P}_${string}` & { readonly [idBrand]: P }

export type StoreId = Id<'sto'>
export type MemberId = Id<'mem'>
export type StaffId = Id<'stf'>
export type CategoryId = Id<'cat'>
export type ProductId = Id<'prd'>
export type SkuId = Id<'sku'>
export type CartLineId = Id<'crt'>
export type AddressId = Id<'adr'>
export type PickupPointId = Id<'pup'>
export type OrderId = Id<'ord'>
export type OrderLineId = Id<'oln'>
export type PaymentId = Id<'pay'>
export type RefundId = Id<'ref'>
export type ParcelId = Id<'pcl'>
export type ImageId = Id<'img'>
export type DeliveryTemplateId = Id<'dlv'>
export type GroupCampaignId = Id<'gcp'>
export type GroupId = Id<'grp'>
export type CommunityId = Id<'com'>
export type HandOverId = Id<'hov'>
export type SaleId = Id<'sal'>
export type ScanId = Id<'scn'>
export type EarningId = Id<'ern'>
export type PayoutId = Id<'pyo'>
export type TransferId = Id<'trf'>
export type PromotionId = Id<'prm'>
export type CouponTemplateId = Id<'ctp'>
export type CouponId = Id<'cpn'>
export type AssistCampaignId = Id<'acp'>
export type AssistCardId = Id<'ast'>
export type FlashSlotId = Id<'fls'>
export type MessageId = Id<'msg'>

/** Crockford base32, lower case, no i l o u. */
const ID_TAIL = /^[0-9a-hjkmnp-tv-z]{10,26}$/

/** True if `text` is an id of kind `prefix`: the prefix, `_`, then 10–26 base32 characters. */
export const isId = <P extends string>(prefix: P, text: unknown): text is Id<P> =>
  typeof text === 'string' && text.startsWith(`${prefix}_`) && ID_TAIL.test(text.slice(prefix.length + 1))
