/** The bench's shop: 100,000 members, 2,000 products, 8,000 SKUs, 200,000 past orders, made by the database itself. */
import type { Database } from '../../cloudfunctions/runtime/db/connect'
import { migrate } from '../../cloudfunctions/runtime/db/migrate'
import { assistStatements } from './assist-help'
import { dealStatements } from './deals'
import { saleStatements } from './sale-order'
import { rollUpStatements } from './sale-roll-up'
import { refreshFeed } from '../../cloudfunctions/feed/refresh-feed'
import type { Deps } from '../../cloudfunctions/runtime/deps'

export const STORE = 'sto_0000000001'
export type Scale = { readonly members: number; readonly products: number; readonly orders: number }
export const ONE: Scale = { members: 100_000, products: 2_000, orders: 200_000 }
export const TEN: Scale = { members: 200_000, products: 20_000, orders: 2_000_000 }
/** What a demo on one's own computer may grow to. */
export const SMALL: Scale = { members: 10_000, products: 2_000, orders: 20_000 }

/** `mem_` and twelve digits: digits are base32 too, so the contracts take them. */
export const idOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(12, '0')}`
const sqlId = (prefix: string, n: string): string => `'${prefix}_' || lpad((${n})::text, 12, '0')`

const picture = (n: string): string =>
  `jsonb_build_object('url', '/files/pictures/goods-' || (${n}) || '.750.webp', 'tone', jsonb_build_array('#FFE6D6', '#E8502A'))`

/** Groups of five that one has opened, in a hundred campaigns: four seats each to be joined. */
const CAMPAIGNS = 100
export const GROUPS = 9_000
export const GROUP_PRICE = 1_500
/** A SKU that the n-th group takes. */
export const skuOfGroup = ({ products }: Scale, n: number): number => (products - (n % CAMPAIGNS)) * 4 + (n % 4)

const statements = ({ members, products, orders }: Scale): string[] => [
  `insert into store (id, name, settings) values ('${STORE}', '梧桐里鲜食铺', '{"searchHint":"白灼虾"}')`,
  `insert into member (store_id, id, name, level, created_at) select '${STORE}', ${sqlId('mem', 'n')}, '邻居' || n, case n % 3 when 0 then 'member' else 'ordinary' end, now() - interval '90 days' from generate_series(1, ${members}) n`,
  `insert into category (store_id, id, parent_id, name, picture, position) select '${STORE}', ${sqlId('cat', 'n')}, case when n > 8 then ${sqlId('cat', '(n - 1) % 8 + 1')} end, '分类' || n, ${picture('n')}, n from generate_series(1, 24) n`,
  `insert into pickup_point (store_id, id, name, keeper, address, hours, latitude, longitude) select '${STORE}', ${sqlId('pup', 'n')}, n || ' 号楼架空层', '小满', '梧桐路 ' || n || ' 号', '17:30–20:30', 31.2, 121.4 from generate_series(1, 3) n`,
  `insert into delivery_template (store_id, id, name, template) values ('${STORE}', '${idOf('dlv', 1)}', '同城', '{"kind":"local","feeFen":500,"freeOverFen":5900,"areas":[],"within":[]}'), ('${STORE}', '${idOf('dlv', 2)}', '快递', '{"kind":"express","feeFen":1200,"freeOverFen":9900,"areas":[],"within":[]}')`,
  `insert into product (store_id, id, title, subtitle, category_id, tags, description, pictures, specs, status, search_text, price_from_fen, price_to_fen, sold_count, arrived_at, created_at, updated_at)
   select '${STORE}', ${sqlId('prd', 'n')}, '丹东 99 红颜草莓 ' || n || ' 号', '凌晨采摘，冷链到店，果尖到果蒂都甜', ${sqlId('cat', '8 + n % 16 + 1')}, array['今早到店'], array['这一批来自辽宁东港，凌晨采摘，当天到店。', '收到后请尽快冷藏，两天内吃完最甜。'],
     jsonb_build_array(${picture('n * 3')}, ${picture('n * 3 + 1')}, ${picture('n * 3 + 2')}), '[{"name":"规格","options":["250g","500g","1kg","2kg"]}]', 'on', '丹东红颜草莓' || n || ' caomei cm', 1980, 6980, n % 500, now() - interval '1 hour' * n, now() - interval '60 days', now()
   from generate_series(1, ${products}) n`,
  `insert into sku (store_id, id, product_id, options, price_fen, member_price_fen, market_price_fen, weight_g, position)
   select '${STORE}', ${sqlId('sku', 'p * 4 + o')}, ${sqlId('prd', 'p')}, array[(array['250g', '500g', '1kg', '2kg'])[o + 1]], 1980 + o * 1000 + p % 97, case when p % 2 = 0 then 1880 + o * 1000 end, 2500 + o * 1000, 250 * (o + 1), o
   from generate_series(1, ${products}) p, generate_series(0, 3) o`,
  `insert into stock (store_id, sku_id, available) select store_id, id, 1000000 from sku`,
  `insert into stock_movement (store_id, id, sku_id, kind, quantity, at) select store_id, 'mov_' || substr(id, 5), id, 'received', 1000000, now() - interval '60 days' from sku`,
  `insert into home_block (store_id, id, position, block)
   values ('${STORE}', '${idOf('blk', 1)}', 1, '{"kind":"banner","badge":"现在下单，今天就能取","title":"16:00 前下单，傍晚取","subtitle":"17:30 起","picture":null,"target":{"to":"none"}}')`,
  `insert into orders (store_id, id, number, member_id, request_id, trade, money, fulfilment, delivery_kind, pickup_point_id, buyer_name, buyer_phone, quote, pieces, first_title, total_fen, paid_fen, placed_at, pay_deadline_at, paid_at, ship_deadline_at, shipped_at, completed_at, event_count)
   select '${STORE}', ${sqlId('ord', 'n')}, lpad(n::text, 18, '0'), ${sqlId('mem', `n % ${members} + 1`)}, 'past-order-' || lpad(n::text, 12, '0'),
     case when n % 100 = 0 then 'fulfilling' when n % 20 = 1 then 'cancelled' else 'completed' end, case when n % 20 = 1 then 'unpaid' else 'paid' end,
     case when n % 100 = 0 then 'to-ship' when n % 20 = 1 then 'stopped' else 'received' end,
     case when n % 100 = 0 then 'express' else 'pickup' end, ${sqlId('pup', 'n % 3 + 1')}, '邻居' || n % ${members} + 1, '138' || lpad((n % 100000000)::text, 8, '0'), '{"lines":[],"steps":[]}', 3, '丹东 99 红颜草莓', 5940, case when n % 20 = 1 then 0 else 5940 end,
     now() - interval '60 days' * random(), now(), case when n % 20 = 1 then null else now() - interval '60 days' * random() end, now() + interval '1 second' * n, null, now(), 3
   from generate_series(1, ${orders}) n`,
  `insert into order_line (store_id, order_id, id, line_no, sku_id, product_id, title, options, picture, quantity, original_unit_fen, unit_price_fen, discount_fen, paid_fen)
   select '${STORE}', ${sqlId('ord', 'n')}, ${sqlId('oln', 'n * 2 + l')}, l, ${sqlId('sku', `(n * 7 + l) % ${products} * 4 + 4 + l`)}, ${sqlId('prd', `(n * 7 + l) % ${products} + 1`)}, '丹东 99 红颜草莓', array['500g'], ${picture('n % 100')}, l, 1980, 1980, 0, 1980 * l
   from generate_series(1, ${orders}) n, generate_series(1, 2) l`,
  // all closed: paid ones the stand-in for WeChat Pay would take into its books, and keep in the shop's process for nothing
  `insert into payment (store_id, out_trade_no, order_id, amount_fen, state, prepay_id, prepaid_at, created_at) select store_id, number, id, total_fen, 'closed', 'wx' || number, placed_at, placed_at from orders`,
  `insert into order_event (store_id, order_id, seq, at, event, by_kind) select store_id, id, 1, placed_at, '{"kind":"placed","totalFen":5940}', 'shopper' from orders`,
  `insert into share (store_id, code, member_id, product_id, channel, day, created_at) select '${STORE}', lpad(n::text, 12, '0'), ${sqlId('mem', 'n')}, ${sqlId('prd', 'n')}, 'chat', current_date, now() from generate_series(1, ${products}) n`,
  `insert into group_campaign (store_id, id, name, product_id, size, life_minutes, per_person, most_pieces, status, starts_at, ends_at, created_at, updated_at)
   select '${STORE}', ${sqlId('gcp', 'n')}, '五人团', ${sqlId('prd', `${products} - n`)}, 5, 1440, 20, 20, 'live', now() - interval '1 day', now() + interval '9 days', now(), now()
   from generate_series(0, ${CAMPAIGNS - 1}) n`,
  `insert into group_price (store_id, campaign_id, sku_id, price_fen, stock_share)
   select '${STORE}', ${sqlId('gcp', 'n')}, ${sqlId('sku', `(${products} - n) * 4 + o`)}, ${GROUP_PRICE}, 1000000 from generate_series(0, ${CAMPAIGNS - 1}) n, generate_series(0, 3) o`,
  `insert into group_buy (store_id, id, campaign_id, product_id, size, life_minutes, state, opener_id, leader_id, confirmed, created_at, opened_at, deadline_at, version)
   select '${STORE}', ${sqlId('grp', 'n')}, ${sqlId('gcp', `n % ${CAMPAIGNS}`)}, ${sqlId('prd', `${products} - n % ${CAMPAIGNS}`)}, 5, 1440, 'open', ${sqlId('mem', 'n + 1')}, ${sqlId('mem', 'n + 1')}, 1, now(), now(), now() + interval '1 day', 1
   from generate_series(1, ${GROUPS}) n`,
  `insert into group_seat (store_id, group_id, order_id, campaign_id, member_id, nth, state, pieces, reserved_at, confirmed_at)
   select '${STORE}', ${sqlId('grp', 'n')}, ${sqlId('ord', 'n')}, ${sqlId('gcp', `n % ${CAMPAIGNS}`)}, ${sqlId('mem', 'n + 1')}, n / ${CAMPAIGNS} + 1, 'confirmed', 1, now(), now()
   from generate_series(1, ${GROUPS}) n`,
]

/** The share code of the n-th product's card. */
export const codeOf = (n: number): string => String(n).padStart(12, '0')

/** Fills an empty database; a few seconds a hundred thousand rows. */
export const fill = async (database: Database, scale: Scale): Promise<void> => {
  await migrate(database.db)
  const all = [statements(scale), dealStatements(STORE, scale.members), assistStatements(STORE), saleStatements(STORE)]
  all.push(rollUpStatements(STORE))
  for (const text of all.flat()) await database.run({ name: '', text }, [])
  const deps = { storeId: STORE, database, db: database.db, now: () => Date.now() } as unknown as Deps
  await refreshFeed(deps)
  await database.run({ name: '', text: 'vacuum analyze' }, [])
}
