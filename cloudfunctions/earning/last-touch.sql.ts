/** The last touch that counts, as one value inside another statement: placing an order asks for it with everything else. */

/**
 * JSON of `LastTouch`, or null. Its index answers at once for the many who never opened a leader's card; rates are looked up
 * only for the others. `member`, `since` and `skuIds` are SQL; $1 is the store.
 */
export const lastTouchOf = (member: string, since: string, skuIds: string): string => `(
  select json_build_object('at', (extract(epoch from t.at) * 1000)::bigint, 'leaderId', t.leader_id, 'via', t.via, 'source', t.source,
    ${ratesOf('l.rate_bp', skuIds)})
  from touch t join leader l on l.store_id = $1 and l.member_id = t.leader_id and l.state = 'approved'
  where t.store_id = $1 and t.member_id = ${member} and t.at >= ${since}::timestamptz
  order by t.at desc, t.leader_id desc limit 1)`

/** Pairs of `json_build_object` that make `CommissionRates`; `leaderBp` is the leader's own rate. */
export const ratesOf = (leaderBp: string, skuIds: string): string => `
    'leaderBp', ${leaderBp},
    'storeBp', coalesce((select rate_bp from commission_terms where store_id = $1), ${USUAL_RATE}),
    'productBp', coalesce((select json_object_agg(p.id, p.commission_bp) from sku s
      join product p on p.store_id = $1 and p.id = s.product_id and p.commission_bp is not null
      where s.store_id = $1 and s.id = any(${skuIds})), '{}')`

/** Of a shop that never set its terms; the default of `commission_terms.rate_bp`. */
export const USUAL_RATE = 800
