/** Friends who tap 参团 on cards of many groups: everybody once, no group twice by the same person. */
import { randomBytes } from 'node:crypto'
import { GROUP_PRICE, GROUPS, idOf, skuOfGroup, type Scale } from './data'

let taps = 0

/** Who taps next, and what they send to join. */
export const nextJoin = (scale: Scale): { member: number; input: object } => {
  const tap = taps++
  const group = 1 + ((tap + 13) % GROUPS)
  const input = {
    requestId: randomBytes(12).toString('hex'),
    basket: [{ skuId: idOf('sku', skuOfGroup(scale, group)), quantity: 1 }],
    delivery: { kind: 'pickup', pickupPointId: idOf('pup', 1 + (tap % 3)) },
    totalFen: GROUP_PRICE,
    group: { kind: 'join', groupId: idOf('grp', group) },
  }
  return { member: 1 + (tap % scale.members), input }
}
