/** The last touch that counts for an order, with the rates of its leader. Asked for only where there is a touch within the week. */
import { TOUCH_WINDOW } from '@/domain/commission/clocks'
import type { MemberId, SkuId } from '@/domain/ids'
import { later } from '@/domain/time'
import type { Deps } from '../runtime/deps'
import type { LastTouch } from './attribute-order'

/** Of a shop that never set its terms; the default of `commission_terms.rate_bp`. */
export const USUAL_RATE = 800

const findStatement = {
  name: 'earning.find-last-touch',
  text: `
select (extract(epoch from t.at) * 1000)::bigint as at, t.leader_id as "leaderId", t.via, t.source, l.rate_bp as "leaderBp",
  coalesce((select rate_bp from commission_terms where store_id = $1), ${USUAL_RATE}) as "storeBp",
  coalesce((select json_object_agg(p.id, p.commission_bp) from sku s
    join product p on p.store_id = $1 and p.id = s.product_id and p.commission_bp is not null
    where s.store_id = $1 and s.id = any($4::text[])), '{}') as "productBp"
from touch t join leader l on l.store_id = $1 and l.member_id = t.leader_id and l.state = 'approved'
where t.store_id = $1 and t.member_id = $2 and t.at >= $3::timestamptz
order by t.at desc, t.leader_id desc limit 1`,
}

/** Null where nobody who made one earns any more. */
export const findLastTouch = async (
  deps: Deps,
  memberId: MemberId,
  basket: readonly { readonly skuId: SkuId }[],
): Promise<LastTouch | null> => {
  const since = new Date(later(deps.now(), -TOUCH_WINDOW))
  const params = [deps.storeId, memberId, since, basket.map(({ skuId }) => skuId)]
  return (await deps.database.run<LastTouch>(findStatement, params))[0] ?? null
}
