/** Wording of assist coupons. It asks, thanks and says what is so; it never hurries anybody and never says that sharing gives something. */
import type { CallRefusal } from '@/contract'
import type { AssistCampaignView, AssistNo } from '@/contract/assist'
import type { CommonRefusal } from '@/contract/define'

type Code = Exclude<
  (
    | CallRefusal<'assist', 'start'>
    | CallRefusal<'assist', 'mine'>
    | CallRefusal<'assist', 'watch'>
    | CallRefusal<'assist', 'share'>
    | CallRefusal<'assist', 'open'>
    | CallRefusal<'assist', 'help'>
    | CallRefusal<'coupon', 'claim'>
  )['code'],
  CommonRefusal['code']
>

export const refused = {
  'assist.unknown': '没找到这张助力卡',
  'assist.own-card': '这是你自己的助力卡',
  'assist.already-helped': '这次活动你已经帮过一位朋友了',
  'assist.day-limit': '今天已经帮了 3 位朋友，明天再来吧',
  'assist.over': '这次助力已经结束了',
  'assist.unlocked': '朋友们已经凑齐了',
  'assist.sold-out': '券刚刚发完了，谢谢你愿意帮忙',
  'assist.paused': '活动暂停了，晚点再来看看',
  'assist.not-now': '现在还不能参加，换个时间再试试',
  'assist.busy': '这会儿发起的人有点多，过一会儿再来',
  'assist.had-one': '这张券你已经攒到过了',
  'coupon.unknown': '这张券已经下架了',
  'coupon.not-open': '这张券现在不能领',
  'coupon.sold-out': '这张券刚好发完了',
  'coupon.limit-reached': '这张券你已经领过了',
  'coupon.day-limit': '今天的发完了，明天再来',
} as const satisfies Record<Code, string>

export const copy = {
  title: '助力券',
  fixed: '固定面额',
  left: (n: number) => (n >= 999 ? '还有很多' : `还有 ${n} 张`),
  days: (n: number) => `${n} 天有效`,
  ring: {
    label: (helped: number, helpers: number) => `${helpers} 位朋友，已有 ${helped} 位助力`,
    missing: '还差',
    people: '位',
    count: (helped: number, helpers: number) => `${helped} / ${helpers} 位已助力`,
    reached: '到了',
    of: (helpers: number) => `/ ${helpers} 位`,
    done: '凑齐了',
  },
  seat: { helped: (at: string) => `${at} 助力`, open: '等一位朋友' },
  clock: (at: string) => `后结束，${at}`,
  rules: '规则都在这里',
  instead: {
    title: '不想请朋友帮忙？',
    note: (gift: string, threshold: string) => `直接领 ${gift} 券，${threshold}`,
    claim: '直接领',
    claimed: '领好了，在卡包里',
  },
  came: (name: string, missing: number) =>
    missing > 0 ? `${name} 帮了你，还差 ${missing} 位` : `${name} 帮了你，凑齐了`,
  done: {
    title: '攒到了',
    note: '券已经在你的卡包里',
    thanks: (names: string) => `谢谢${names}`,
    use: '去使用',
    used: '这张券已经用在订单里了',
    expired: '这张券过期了',
    wallet: '看卡包',
  },
  over: {
    title: (helped: number, helpers: number) =>
      helped > 0 ? `到点了，来了 ${helped} / ${helpers} 位` : '到点了，这次没凑齐',
    note: '没关系，谁都没有损失，朋友们得的券也照样能用',
    instead: '这张可以直接领',
    none: '领券中心里还有不用请朋友的券',
    centre: '去领券中心',
  },
  voided: {
    title: '这张助力卡被收回了',
    note: (reason: string) => `原因：${reason}`,
    ask: '有疑问可以在「我的」里联系店里',
  },
  dock: { send: '发给微信好友', hand: '发给朋友', poster: '海报', home: '去逛逛' },
  share: {
    words: { title: '请朋友帮个忙', note: '朋友自己点一下才算，分享本身没有奖励', poster: '生成海报' },
    card: (gift: string) => `帮我点一下，攒一张 ${gift}`,
  },
  landing: {
    title: '帮朋友一下',
    asks: (name: string) => `${name} 想请你帮个忙`,
    wants: (gift: string, missing: number) => `TA 在攒一张 ${gift}，还差 ${missing} 位朋友`,
    whatHappens: '你点一下会发生什么',
    counts: { before: (name: string) => `给 ${name} 记 `, once: '1 次助力', after: '，只算这一次' },
    shownAs: (masked: string) => `TA 会看到你的昵称首字「${masked}」`,
    shownAsUnknown: 'TA 只会看到你的昵称首字',
    nothingSent: '不替你转发，不发消息，不读通讯录',
    nothingAsked: '不要求你下单、关注或进群',
    youGet: '你也会得到',
    atOnce: '点完马上到卡包',
    eachOnce: '每人一张，领过不重复',
    helpsLeft: (n: number) => `今天还可以帮 ${n} 位朋友`,
    fullRules: '完整规则',
    look: '先逛逛',
    help: (name: string) => `帮 ${name} 助力`,
    thanks: (name: string) => `谢谢你帮了 ${name}`,
    thanksNote: (missing: number) =>
      missing > 0 ? `记上了，还差 ${missing} 位` : '记上了，刚好凑齐，券已经到 TA 的卡包',
    yours: '你的券到了',
    inWallet: '在卡包里',
    own: '看我的进度',
    blockedNote: '店里还有不用请朋友也能领的券',
    centre: '去领券中心',
    start: '我也想攒一张',
  },
  list: {
    head: '攒一张券',
    headNote: '请几位朋友点一下，券就到你的卡包；不想麻烦朋友，也有能直接领的',
    mine: '我的助力',
    start: '请朋友帮忙',
    under: '看进度',
    helpers: (n: number, hours: string) => `${n} 位朋友各点一下，${hours}内有效`,
    friends: (gift: string, threshold: string) => `帮你的朋友每人得 ${gift} 券，${threshold}`,
    emptyTitle: '现在没有助力活动',
    emptyNote: '领券中心里有不用请朋友也能领的券',
    emptyAction: '去领券中心',
    states: {
      collecting: (missing: number) => `还差 ${missing} 位`,
      unlocked: '攒到了',
      expired: '没凑齐',
      voided: '已收回',
    },
  },
  lostTitle: '这张助力卡打不开了',
  lostNote: '链接可能不完整，或者已经失效',
  lostAction: '去店里看看',
  safe: [{ title: '你什么也没有损失', note: '已经点过的助力都还在' }],
} as const

/** Why a campaign can't be started in. */
export const closedText = {
  ended: '活动结束了',
  'sold-out': '这张券发完了',
  paused: '活动暂停了',
  busy: '这会儿人多，过一会儿再来',
} as const satisfies Record<NonNullable<AssistCampaignView['closed']>, string>

/** What a friend reads whose tap would do nothing. */
export const whyText = {
  'assist.own-card': '这是你自己的助力卡',
  'assist.already-helped': '这次活动你已经帮过一位朋友',
  'assist.day-limit': '今天已经帮了 3 位朋友',
  'assist.over': '这次已经结束了',
  'assist.unlocked': '朋友们已经凑齐了',
  'assist.sold-out': '券已经发完了',
  'assist.paused': '活动暂停了',
  'assist.not-now': '现在还不能参加',
} as const satisfies Record<AssistNo['code'], string>
