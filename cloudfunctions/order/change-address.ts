/** A new address while nothing has shipped. The delivery fee stays as agreed; a place that the template doesn't reach is refused. */
import type { order as contract, OrderView } from '@/contract/order'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import type { OrderId } from '@/domain/ids'
import { deliveryFee } from '@/domain/delivery/template'
import { fen } from '@/domain/money'
import { shopperActs } from '@/domain/order/order'
import { ok, refuse, type Result } from '@/domain/result'
import type { MemberCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { AddressSnapshot } from '../runtime/db/tables'
import type { Deps } from '../runtime/deps'
import { lockOrder, moveOrder, rowState, type OrderRow } from './lock-order'
import { reopenOrder } from './open-order'

type No = RefusalOf<typeof contract.changeAddress>

export const changeMyAddress = async (
  deps: Deps,
  caller: MemberCaller,
  input: ParsedOf<typeof contract.changeAddress>,
): Promise<Result<OrderView, No>> => {
  const done = await deps.db.transaction().execute(async (trx): Promise<Result<null, No>> => {
    const row = await lockOrder(trx, deps, input.orderId)
    if (!row || row.member_id !== caller.memberId) return refuse({ code: 'order.unknown' })
    if (row.delivery_kind === 'pickup' || !shopperActs(rowState(row), deps.now()).includes('change-address'))
      return refuse({ code: 'order.already-shipped' })
    return writeAddress(trx, deps, row, input.address, { kind: 'shopper' })
  })
  return done.ok ? ok(await reopenOrder(deps, caller, input.orderId as OrderId)) : done
}

type By = { kind: 'shopper' | 'staff'; staffId?: string }

/** Writes the address into a locked order if one of the order's templates of its kind reaches it. */
export const writeAddress = async (
  trx: Trx,
  deps: Deps,
  row: OrderRow,
  address: AddressSnapshot,
  by: By,
): Promise<Result<null, { code: 'delivery.out-of-area' }>> => {
  const templates = await trx
    .selectFrom('delivery_template')
    .select('template')
    .where('store_id', '=', deps.storeId)
    .orderBy('id')
    .execute()
  const reaches = templates.some(
    ({ template }) =>
      template.kind === row.delivery_kind && deliveryFee(template, address, fen(row.total_fen)) !== null,
  )
  if (!reaches) return refuse({ code: 'delivery.out-of-area' })
  await moveOrder(trx, deps, row, by, [{ kind: 'address-changed' }], {
    address: JSON.stringify(address),
    buyer_name: address.name,
    buyer_phone: address.phone,
  })
  return ok(null)
}
