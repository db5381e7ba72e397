/** One group sale of the bench's shop, open for hours, that the whole courtyard orders from: two lines, one with tiers, one with a limit a person. */
const id = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(12, '0')}`

/** SKUs 14 and 15, of the 3rd product; nobody else's load touches them. */
const SALE = {
  saleId: id('sal', 1),
  pickupPointId: id('pup', 1),
  leader: 7,
  skus: [14, 15],
  priceFen: 1_500,
} as const

export const saleStatements = (store: string): string[] => [
  `insert into leader (store_id, member_id, state, since_at, applied_at, neighbourhood)
   values ('${store}', '${id('mem', SALE.leader)}', 'approved', now(), now(), '梧桐里')`,
  `insert into community (store_id, id, leader_id, name, state, pickup_point_ids, created_at, updated_at)
   values ('${store}', '${id('com', 1)}', '${id('mem', SALE.leader)}', '梧桐里邻里群', 'active', array['${SALE.pickupPointId}'], now(), now())`,
  `insert into sale (store_id, id, community_id, leader_id, state, title, starts_at, ends_at, hand_over_from_at, hand_over_until_at,
     shortage_policy, pickup_point_ids, opened_at, created_at, updated_at)
   values ('${store}', '${SALE.saleId}', '${id('com', 1)}', '${id('mem', SALE.leader)}', 'open', '周日鲜食接龙',
     now() - interval '1 hour', now() + interval '20 hours', now() + interval '30 hours', now() + interval '33 hours',
     'first-paid', array['${SALE.pickupPointId}'], now(), now(), now())`,
  `insert into sale_line (store_id, sale_id, sku_id, product_id, position, label, price_fen, tiers, per_person)
   values ('${store}', '${SALE.saleId}', '${id('sku', SALE.skus[0])}', '${id('prd', 3)}', 0, '草莓', ${SALE.priceFen},
     '[{"fromUnits":1000000,"priceFen":1300}]', null),
   ('${store}', '${SALE.saleId}', '${id('sku', SALE.skus[1])}', '${id('prd', 3)}', 1, '土鸡蛋', ${SALE.priceFen}, '[]', 20)`,
]

/** What somebody sends to order one of each. */
export const saleOrder = (requestId: string): object => ({
  requestId,
  saleId: SALE.saleId,
  basket: SALE.skus.map((sku) => ({ skuId: id('sku', sku), quantity: 1 })),
  delivery: { kind: 'pickup', pickupPointId: SALE.pickupPointId },
  totalFen: SALE.priceFen * SALE.skus.length,
})
