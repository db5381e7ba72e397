/** Wording of 我的, the profile, the privacy centre and the settings. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { DataExport, MemberLevel } from '@/contract/member'

type Code = Exclude<
  CallRefusal<'member', 'updateProfile'>['code'] | CallRefusal<'member', 'deleteMe'>['code'],
  CommonRefusal['code']
>

export const refused = {
  'text.risky': '这个名字没通过检查，换一个试试',
  'text.unchecked': '暂时没法检查内容，先保留原来的，晚点再改',
  'picture.invalid': '这张图用不了，换一张 JPG 或 PNG 试试',
  'member.has-open-orders': '还有订单没结束，等它们完成再注销',
  'member.has-duties': '你还带着社群，或有佣金没结清，先移交、领完再注销',
} as const satisfies Record<Code, string>

export const levelText = {
  ordinary: '新邻居',
  member: '春芽会员',
} as const satisfies Record<MemberLevel, string>

type Kept = DataExport['kept'][number]['what']

export const copy = {
  title: '我的',
  safe: [{ title: '订单和地址都在', note: '存在店里，换手机也不会丢' }],
  head: { edit: '改头像和名字', phone: (phone: string) => `手机 ${phone}`, checking: '新头像检查中，通过后换上' },
  leader: '团长',
  stranger: {
    name: '你好，邻居',
    note: '登录后，订单和地址都在',
    action: '登录',
  },
  orders: {
    title: '我的订单',
    all: '全部',
    toPay: '待付款',
    toShip: '备货中',
    toReceive: '待收货',
    done: '已完成',
    refunding: (count: number) => `${count} 笔退款正在路上`,
    refundingNote: '原路退回，到账会记在订单里',
    open: (name: string, count: number) => (count > 0 ? `${name}，${count} 笔` : name),
  },
  wallet: {
    coupons: '优惠券',
    pieces: '张',
    ending: (n: number) => `${n} 张今晚到期`,
    claim: '去领券',
    mine: '结算自动用上',
    points: '积分',
    worth: (yuan: string) => `可抵 ¥${yuan}`,
    earn: '买东西就有',
    saved: '今年省下',
    savedNote: '明细可查',
    savedNone: '会慢慢多起来',
    centre: '领券中心',
  },
  coming: {
    ready: '备好了，等你来取',
    readyAt: (hours: string) => `备好了，${hours} 来取`,
    shipped: '已发出，在路上',
    'part-shipped': '先发出了一部分',
    pickup: (point: string, code: string) => `${point} · 取货码 ${code}`,
    goods: (title: string, pieces: number) => (pieces > 1 ? `${title} 等 ${pieces} 件` : title),
  },
  rows: {
    favorites: '我的收藏',
    favoritesNote: (count: number) => `${count} 件`,
    assist: '助力券',
    groups: '我的拼团',
    addresses: '收货地址',
    privacy: '隐私中心',
    privacyNote: '查看、导出、删除',
    personal: '按口味推荐',
    large: '长辈模式',
    largeNote: '字更大，一行一件',
    messages: '消息',
    unread: (count: number) => `${count > 99 ? '99+' : count} 条没看`,
    settings: '设置',
    call: '联系店家',
    contact: '联系客服',
    who: '切换身份',
    whoNote: '演示店',
    leave: '退出登录',
  },
  left: '已退出，随时再来',
  profile: {
    title: '个人资料',
    picture: '点头像换一张',
    name: '名字',
    nameHint: '邻居们怎么称呼你',
    nameMissing: '写个名字吧',
    nameNote: '最多 20 个字，会先过一遍内容检查',
    save: '保存',
    saved: '名字改好了',
    pictureSent: '收到新头像，检查通过就换上',
    pictureBad: '这张图打不开，换一张试试',
  },
  settings: {
    title: '设置',
    messages: '消息提醒',
    version: '当前版本',
    about: '圈集 · 邻里好物，顺路带回家',
  },
  privacy: {
    title: '隐私中心',
    keptTitle: '店里记了什么，为什么',
    contract: '隐私保护指引',
    contractNote: '微信里的全文',
    noContract: '没能打开，稍后再试',
    dataTitle: '你的数据',
    personalNote: '按你买过的排首页，可以关',
    export: '导出我的数据',
    exportNote: '一份 JSON 文件',
    exporting: '正在整理…',
    exported: '整理好了，已交给你',
    exportCopied: '整理好了，已复制到剪贴板',
    exportFailed: '没能交到你手里，再试一次',
    exportReady: '整理好了',
    hand: '发到聊天里保存',
    fileName: '圈集-我的数据.json',
    delete: '注销账号',
    deleteNote: '删除个人信息',
  },
  deletion: {
    title: '注销账号',
    goes: '马上删除',
    goesNote: '头像、名字、手机号、地址、购物车、收藏、浏览记录、消息、券和积分',
    stays: '依法留下，但不再认得是你',
    staysWhat: {
      orders: '订单：税法要求保存',
      payments: '付款记录：税法要求保存',
      refunds: '退款记录：处理争议时要用',
    } satisfies Record<Kept, string>,
    code: '留到活动结束',
    codeNote: '一个还原不出你的编码，再来时用过的名额、欠店里的积分接着算；最长一年',
    noWayBack: '注销后找不回来',
    keep: '再想想',
    next: '继续注销',
    type: (word: string) => `输入「${word}」两个字确认`,
    word: '注销',
    yes: '确认注销',
    done: '账号已注销，谢谢你来过',
    open: (count: number) => `还有 ${count} 笔订单没结束`,
    openNote: '钱或货还在路上，等它们完成、退款到账，就能注销了。',
    seeOrders: '看看是哪些',
  },
} as const

/** What is kept, what for, and how long. */
export const keptLines = [
  { icon: 'person', title: '头像和名字', note: '订单和分享里认得是你，可以随时改' },
  { icon: 'address', title: '收货人、手机号、地址', note: '只用来送货和联系，可以随时删' },
  { icon: 'box', title: '订单和付款', note: '发货、退款、对账，也把你爱吃的排前面；税法要求保存' },
  { icon: 'heart', title: '收藏和看过的商品', note: '收藏替你留着；看过的只按天记数，90 天后删掉' },
  { icon: 'bell', title: '消息，和你答应过的提醒', note: '发货、退款这些告诉你；要不要提醒，你说了算' },
  { icon: 'share', title: '你的分享', note: '只数有几个人打开，不看聊天，半年后删掉' },
] as const
