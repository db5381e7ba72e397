/** Wording of a product's page. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'

type Code = Exclude<
  CallRefusal<'catalog', 'product'>['code'] | CallRefusal<'catalog', 'favorite'>['code'],
  CommonRefusal['code']
>

export const refused = { 'product.unknown': '这件商品已经不在店里了' } as const satisfies Record<Code, string>

export const copy = {
  title: '商品详情',
  alone: '单独购买',
  shopPrice: '店价',
  memberPrice: '会员价',
  marketPrice: '市价',
  origin: (place: string) => `产地 ${place}`,
  today: '今天',
  tomorrow: '明天',
  date: (month: number, day: number) => `${month} 月 ${day} 日`,
  pickup: (day: string, clock: string) => `${day} ${clock} 起可取`,
  local: (day: string, from: string, until: string) => `${day} ${from}–${until} 送到家`,
  express: (from: string, until: string) => `快递 ${from}–${until} 送到`,
  orderBefore: (day: string, clock: string) => `${day} ${clock} 前下单`,
  freeDelivery: '免运费',
  fee: (yuan: string) => `运费 ¥${yuan}`,
  feeOver: (yuan: string, over: string) => `运费 ¥${yuan}，满 ¥${over} 免`,
  where: (walkMinutes: number | null, hours: string) =>
    walkMinutes === null ? hours : `走 ${walkMinutes} 分钟 · ${hours}`,
  sureTitle: '坏果拍照就赔，不用退货',
  sureNote: '收到 24 小时内，按坏的比例退',
  chosen: '已选',
  choose: '选规格',
  about: '商品说明',
  related: '一起带走',
  relatedNote: '邻居们常一起买',
  group: {
    way: (size: number) => `${size} 人拼团`,
    open: (size: number) => `开 ${size} 人团`,
    mine: '看我的团',
    mineNote: '等邻居来',
    stock: (left: number, unit: string) =>
      left >= 99 ? '拼团的货很足' : left > 0 ? `拼团还有 ${left} ${unit}` : '拼团的货卖完了',
    promise: '付款后团就开了，到点没拼成全额退',
    limit: (most: number) => `每单最多 ${most} 件`,
  },
  flash: {
    way: '秒杀价',
    key: '秒杀',
    open: '秒杀中',
    at: (clock: string, yuan: string) => `${clock} 秒杀 ¥${yuan}`,
    ends: '后结束',
    begins: '后开始',
    facts: (left: number, most: number) => `${left >= 99 ? '货还很足' : `还剩 ${left} 件`} · 每人限 ${most} 件`,
    limit: (most: number) => `每人限 ${most} 件，到点按这个价买`,
    soldOut: '这一场秒杀卖完了，平常价还能买',
    stock: (left: number, unit: string, most: number) =>
      left > 0 ? `这一场${left >= 99 ? '货很足' : `还剩 ${left} ${unit}`} · 每人限 ${most} ${unit}` : '这一款秒完了',
    buy: '按秒杀价买',
    pay: '下单后 5 分钟内付款，过时货会还给大家',
  },
  share: '分享',
  favorite: '收藏',
  favored: '已收藏',
  favoredSaid: '收藏好了',
  unfavoredSaid: '不收藏了',
  addToCart: '加入购物车',
  buy: '立即购买',
  off: '这件商品暂时不卖了',
  offNote: '看看别的，或者收藏着等它回来',
  soldOut: '今天卖完了',
  soldOutNote: '先收藏，补货后再来',
  elsewhere: '看看别的',
  was: (yuan: string) => `单独购买 ¥${yuan}`,
  wasInShop: (yuan: string) => `店价 ¥${yuan}`,
  stock: (left: number, unit: string) =>
    left >= 99 ? '库存充足' : left > 0 ? `店里还有 ${left} ${unit}` : '这一款卖完了',
  piece: '件',
  hint: (before: string, day: string, clock: string) => `${before} 前下单，${day} ${clock} 起可取`,
  goneNote: '也许换了季，店里今天还有别的',
  open: (title: string) => `看看${title}`,
  momentsTitle: '在小程序里打开，就能下单',
  momentsNote: '点右下角「前往小程序」',
  safe: [{ title: '购物车和订单都还在', note: '换个网络再打开就能看到' }],
  goHome: '去店里看看',
} as const
