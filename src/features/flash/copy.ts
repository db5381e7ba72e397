/** Wording of flash sales: slots by the clock, honest numbers, nothing that hurries. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { FlashSlotView } from '@/contract/flash'

type Code = Exclude<CallRefusal<'flash', 'slots'>['code'], CommonRefusal['code']>
export const refused = {} as const satisfies Record<Code, string>

export const phaseText = { before: '未开始', running: '进行中', over: '已结束' } as const satisfies Record<
  FlashSlotView['phase'],
  string
>

export const copy = {
  title: '限时秒杀',
  tab: (clock: string, tomorrow: boolean) => (tomorrow ? `明天 ${clock}` : clock),
  until: '后结束',
  starts: '后开始',
  over: (clock: string) => `${clock} 已结束`,
  buy: '抢购',
  buyIt: (title: string) => `抢购${title}`,
  soldOut: '卖完了',
  notYet: (clock: string) => `${clock} 开始`,
  ended: '已结束',
  see: '平常价买',
  was: (yuan: string) => `平常价 ¥${yuan}`,
  sold: (sold: number, share: number) => `已售 ${sold} / ${share} 件`,
  share: (share: number) => `共 ${share} 件`,
  soldAll: (share: number) => `${share} 件都卖完了`,
  limit: (most: number) => `每人限 ${most} 件`,
  rules: '下单后 5 分钟内付款，过时的货会还给大家。卖完了就是卖完了，平常价随时能买。',
  emptyTitle: '这两天没有秒杀',
  emptyNote: '有新的场次会放在这里',
  emptyAction: '先逛逛',
  emptySlot: '这一场没有商品了',
  open: (title: string) => `看看${title}`,
  safe: [{ title: '购物车和订单都在', note: '换个网络再打开就能看到' }],
} as const
