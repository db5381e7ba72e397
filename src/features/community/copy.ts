/** Wording of communities. A community is neighbours and a leader: no ranks, no numbers to chase. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { LeaderState } from '@/domain/community/leader'
import { saleStateText } from '@/ui/sale-words'

type Code = Exclude<
  (
    | CallRefusal<'community', 'open'>
    | CallRefusal<'community', 'moveMembership'>
    | CallRefusal<'community', 'share'>
    | CallRefusal<'community', 'apply'>
    | CallRefusal<'community', 'found'>
    | CallRefusal<'community', 'save'>
    | CallRefusal<'community', 'move'>
    | CallRefusal<'community', 'bindGroup'>
    | CallRefusal<'community', 'unbindGroup'>
    | CallRefusal<'community', 'offer'>
    | CallRefusal<'community', 'withdrawOffer'>
    | CallRefusal<'community', 'answerOffer'>
  )['code'],
  CommonRefusal['code']
>

export const refused = {
  'community.unknown': '没找到这个社群',
  'community.not-yours': '只有这个社群的团长能改',
  'community.closed': '这个社群已经关了',
  'community.not-member': '你还没加入这个社群',
  'community.leader-stays': '团长要先把社群交给别人，才能离开',
  'community.changed': '刚刚在别处改过，看一眼新的再改',
  'community.move': '这会儿不能这么做',
  'community.paused-by-staff': '店里暂停了这个社群，请联系店里恢复',
  'community.sales-running': '还有接龙没结束，办完再关',
  'community.too-many': '一位团长带不了这么多社群',
  'community.not-a-group': '要从微信群里点开这张卡片，才能绑上这个群',
  'community.group-taken': '这个群已经绑在别的社群上了',
  'community.too-many-groups': '一个社群绑不了这么多群',
  'pickup-point.unknown': '这个自提点暂时不开，换一个吧',
  'text.risky': '有些字不合适，换个说法吧',
  'text.unchecked': '微信没查完这段文字，稍后再试',
  'leader.not-approved': '店里通过申请后才能这么做',
  'leader.terms-unread': '先读完约定再申请',
  'leader.already': '你已经申请过了',
  'leader.too-soon': '还没到能再申请的日子',
  'hand-over.unknown': '这次移交已经不在了',
  'hand-over.to-self': '这个社群本来就是你的',
  'hand-over.open': '已经请了一位来接，等 TA 回话',
  'hand-over.over': '这次移交已经过了',
  'hand-over.not-yours': '这次移交不是给你的',
} as const satisfies Record<Code, string>

export const copy = {
  tab: '社群',
  hello: '楼下的邻居，一起买新鲜的',
  helloNote: '团长在群里开接龙，到货了就在楼下取。',
  mine: '我的社群',
  nearby: '附近的邻居群',
  open: '正在接龙',
  store: '店里的接龙',
  members: (n: number) => `${n} 位邻居`,
  joined: '已加入',
  muted: '已加入 · 不提醒',
  openSales: (n: number) => (n > 0 ? `${n} 场接龙进行中` : '暂时没有接龙'),
  state: { active: '', paused: '暂停开团', closed: '已关闭' },
  people: (n: number) => (n > 0 ? `${n} 人已接` : '等你第一个接'),
  soon: '快开始了',
  starts: (moment: string) => `${moment} 开始`,
  until: (moment: string) => `${moment} 截单`,
  handOver: (moment: string) => `${moment} 起取货`,
  goods: (n: number) => `${n} 样`,
  saleState: saleStateText,
  none: {
    title: '还没有接龙',
    note: '加入邻居群以后，团长开了团就会出现在这里',
    action: '先去逛逛',
  },
  steps: [
    { title: '点开邻居发的卡片', note: '一点就加入，不用填手机号' },
    { title: '跟着接龙', note: '价格开团时就定好，降到下一档自动退差价' },
    { title: '楼下取货', note: '出示取货码；少了的当天自动退' },
  ],
  how: '怎么一起买',
  honestTitle: '我们这样做社群',
  honest: ['不用拉人头，分享没有奖励', '名字只露一个字，手机号不给人看', '随时一键离开，离开了就不再打扰'],
  lead: {
    title: '当团长',
    note: '给邻居开团，有佣金',
    bench: '团长工作台',
    benchNote: '开接龙、看名单、扫码交货',
    state: {
      applied: '申请已交，店里会尽快看',
      approved: '',
      rejected: '这次没通过',
      suspended: '店里暂停了开团',
    } as const satisfies Record<LeaderState, string>,
    again: (day: string) => `${day}起可以再申请`,
  },
  offer: {
    title: (from: string, community: string) => `${from} 想把「${community}」交给你`,
    note: (moment: string) => `${moment} 前不回话就当没有这回事。接下以后新开的接龙归你，之前的照旧。`,
    yes: '接下来',
    no: '不接',
    taken: '接下了，好好带大家',
    declined: '已回绝',
  },
  page: {
    title: '社群',
    join: '加入',
    leave: '离开',
    leaveSure: '离开后收不到这里的消息，已经下的单照常取货。',
    mute: '不提醒',
    unmute: '恢复提醒',
    invite: '请邻居进来',
    invitedBy: (name: string) => `${name} 请你来`,
    past: '之前的接龙',
    points: '在哪取货',
    all: '看全部邻居',
    more: '更多',
    card: {
      title: '请邻居进来',
      note: '谁点开谁决定要不要加入，分享没有奖励',
      poster: '生成社群海报',
    },
    empty: '团长还没开团',
    emptyNote: '加入以后，开团了会出现在这里',
    nobody: '还没有团长',
    membersTitle: '邻居',
    membersEnd: '就这些邻居了',
    stay: '先不走',
  },
  own: {
    title: '团长管理',
    edit: '改名称和介绍',
    name: '社群名称',
    nameHint: '比如：梧桐里 · 阿芳邻里群',
    note: '介绍',
    noteHint: '几点开团、哪里取货，说给新邻居听',
    save: '保存',
    saved: '已保存',
    groups: '绑定的微信群',
    noGroup: '还没绑群',
    bind: '绑定这个群',
    bindNote: '在微信群里点开社群卡片，再点这里；群名我们看不到',
    bound: '绑好了',
    group: (day: string) => `${day}绑定`,
    unbind: '解绑',
    acts: { pause: '暂停开团', resume: '恢复开团', close: '关闭社群' },
    sure: {
      pause: '暂停后不能开新接龙，进行中的照常。',
      resume: '恢复后可以开新接龙。',
      close: '关闭后不能再恢复，邻居也不能再加入。',
    },
    yes: '确定',
    keep: '再想想',
    hand: '移交给另一位团长',
    handNote: '进行中的接龙和佣金还是你的；新开的归 TA。',
    heirs: '只能交给已加入这个社群的团长',
    noHeir: '这里还没有别的团长，请 TA 先加入社群',
    offered: (name: string, moment: string) => `已请 ${name} 来接，${moment} 前等回话`,
    withdraw: '收回',
    withdrawn: '已收回',
    asked: '已发出，等 TA 回话',
  },
  apply: {
    title: '当团长',
    head: '给邻居开团，从一栋楼开始',
    headNote: '不收费，不拉人头。店里看过申请就能开团。',
    neighbourhood: '你在哪个小区',
    neighbourhoodHint: '比如：梧桐里 3 号楼',
    intro: '说说怎么交货',
    introHint: '比如：晚上都在家，架空层能放 50 份',
    terms: '团长约定',
    termsList: [
      '佣金只算自己带来的单，只有一级，不发展下线，不收入门费。',
      '按实付算佣金：收货满 7 天、没有售后才能领；退了款的不算。',
      '自己买的单不算佣金。',
      '接龙价开团后不改；到货少了按开团时说好的规则分，少的当天自动退。',
      '不承诺分享有奖，不拉人进群换好处，不公开邻居的姓名电话。',
      '取货时核对取货码；没人取的货留好，交还店里。',
    ],
    read: '我读完了，照这样做',
    send: '交申请',
    sent: '申请已交，店里会尽快看',
    fill: '写一下你在哪个小区',
  },
  safe: [{ title: '下过的单都在', note: '打开「我的 · 订单」就能看到' }],
} as const
