/** Neighbours of a running shop who buy in groups, through the same doors as a phone: who they are is up to `ask`. */
import type { CallOutput } from '@/contract/index'
import type { GroupId, OrderId } from '@/domain/ids'

/** Calls a door as one person and answers with its data; a refusal is thrown. */
export type Ask = (name: string, action: string, input: object) => Promise<never>

type Params = { package: string; timeStamp: string; nonceStr: string; signType: 'RSA'; paySign: string }
export type Seated = { readonly groupId: GroupId; readonly orderId: OrderId }

/** At WeChat's pay sheet, which checks the signature as the app would. */
export const payAt = async (url: string, params: Params, outcome: 'success' | 'cancel' = 'success') => {
  const { timeStamp, nonceStr, package: prepay, signType, paySign } = params
  const response = await fetch(`${url}/standin/wechat-pay/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      prepayId: prepay.replace('prepay_id=', ''),
      outcome,
      params: { timeStamp, nonceStr, package: prepay, signType, paySign },
    }),
  })
  return (await response.json()) as { errMsg: string }
}

/** The product of that name, with the campaign that runs for it. */
export const productNamed = async (ask: Ask, text: string): Promise<CallOutput<'catalog', 'product'>> => {
  const found = (await ask('catalog', 'search', { text })) as CallOutput<'catalog', 'search'>
  return ask('catalog', 'product', { productId: found.items[0]?.id })
}

/** Takes a seat (or opens a group) of the product's campaign and pays for it, at the usual pick-up point. */
export const takeSeat = async (url: string, ask: Ask, text: string, groupId?: GroupId): Promise<Seated> => {
  const { group } = await productNamed(ask, text)
  if (!group) throw new Error(`no campaign for ${text}`)
  const skuId = group.prices[0]?.skuId as never
  const part = groupId ? { kind: 'join', groupId } : { kind: 'open', campaignId: group.campaignId }
  const basket = [{ skuId, quantity: 1 }]
  const usual = (await ask('order', 'checkout', { basket, group: part })) as CallOutput<'order', 'checkout'>
  const delivery = { kind: 'pickup', pickupPointId: usual.pickupPoints[0]?.id as never } as const
  const seen = (await ask('order', 'checkout', { basket, delivery, group: part })) as typeof usual
  const placed = (await ask('order', 'place', {
    requestId: `neighbour${Date.now()}${Math.random().toString(36).slice(2)}`,
    basket,
    delivery,
    totalFen: seen.quote.totalFen,
    group: part,
  })) as CallOutput<'order', 'place'>
  const { params } = (await ask('payment', 'start', { orderId: placed.orderId })) as { params: Params }
  await payAt(url, params)
  await ask('payment', 'check', { orderId: placed.orderId })
  return { groupId: placed.groupId as GroupId, orderId: placed.orderId }
}
