/** Deals of the bench's shop: two thousand wallets with twenty coupons each, and one SKU of a flash sale that runs all day. */
/** Members 1 to this one hold coupons. */
export const HOLDERS = 2_000
const COUPONS = 20

const id = (prefix: string, n: string): string => `'${prefix}_' || lpad((${n})::text, 12, '0')`

/** The 13th SKU, of the 3rd product. */
export const FLASH = { slotId: 'fls_000000000001', sku: 13, priceFen: 990 } as const

const offers = [
  '{"kind":"amount","offFen":500}',
  '{"kind":"percent","offBp":1200,"capFen":2000}',
  '{"kind":"delivery","offFen":null}',
  '{"kind":"amount","offFen":1500}',
]

export const dealStatements = (store: string, members: number): string[] => [
  `insert into coupon_template (store_id, id, name, terms, status, valid_days, budget, issued, per_person, created_at, updated_at)
   values ('${store}', 'ctp_000000000001', '满减券', '{"offer":${offers[0]},"thresholdFen":0,"scope":{"kind":"all"},"combines":[]}', 'live', 30, 1000000, ${HOLDERS * COUPONS}, 99, now(), now())`,
  `insert into coupon (store_id, id, template_id, member_id, nth, name, terms, source, state, valid_from, expires_at, claimed_at)
   select '${store}', ${id('cpn', 'm * 100 + k')}, 'ctp_000000000001', ${id('mem', 'm')}, k, '券 ' || k,
     jsonb_build_object('offer', (array[${offers.map((offer) => `'${offer}'::jsonb`).join(', ')}])[k % 4 + 1],
       'thresholdFen', case when k % 3 = 0 then 0 else k * 1000 end, 'scope', '{"kind":"all"}'::jsonb, 'combines', '["order"]'::jsonb),
     'claim', 'claimed', now() - interval '1 day', now() + interval '1 day' * k, now() - interval '1 day'
   from generate_series(1, ${Math.min(HOLDERS, members)}) m, generate_series(1, ${COUPONS}) k`,
  `insert into flash_slot (store_id, id, name, status, starts_at, ends_at, created_at, updated_at)
   values ('${store}', '${FLASH.slotId}', '全天场', 'live', now() - interval '1 hour', now() + interval '20 hours', now(), now())`,
  `insert into flash_item (store_id, slot_id, sku_id, product_id, price_fen, stock_share, per_person)
   values ('${store}', '${FLASH.slotId}', ${id('sku', String(FLASH.sku))}, ${id('prd', '3')}, ${FLASH.priceFen}, 1000000, 20)`,
]
