/** Words of assist campaigns: the linter's findings with the clause each stands on, the form, the cards. */
import type { AssistCardRow } from '@/contract/staff-promotion'
import type { Finding, LintCode } from '@/domain/assist/lint'
import type { Clause } from '@/domain/assist/phrases'
import type { Topic } from '@/domain/assist/rule-text'
import { dealRefusals } from './copy'

export const book = '《微信小程序平台运营规范》'

/** The sense of each clause in one line; the book itself is WeChat's. */
export const clauseTexts = {
  '5.1.1': '不得强制或诱导分享。',
  '5.1.2': '分享按钮不得用红点、动画等方式诱导点击。',
  '5.1.3': '分享到朋友圈不得给奖励。',
  '5.1.4': '好友没有深度互动，不得在分享后给予利益。',
  '5.1.5': '规则要完整、清楚地展示，讲明双方得到什么。',
  '5.1.6': '分享类活动的奖励不得带概率。',
  '5.1.7': '奖励要即时，不得要求长时间参与。',
  '5.1.8': '组队类活动，含发起人不超过 5 人。',
  '5.1.9': '分享量异常高而转化低，会被限制。',
  '5.9': '不得多级分销，奖励只有一层。',
  '5.28': '短时间分享过多，页面会被限制分享。',
} as const satisfies Record<Clause, string>

export const topicNames: Record<Topic, string> = {
  helpers: '要几位好友',
  reward: '发起人得什么',
  threshold: '券的门槛',
  'helper-reward': '好友得什么',
  deadline: '多久内有效',
  once: '每位好友只算一次',
  'day-limit': '一天最多助力几次',
  validity: '券多久有效',
  'not-reached': '没凑齐会怎样',
  budget: '一共多少张',
}

type Words = {
  /** The violation, and the same check once it is passed. */
  bad: string
  good: string
  note: (facts: NonNullable<Finding['facts']>, words: string) => string
  fix?: (value: string | number | boolean) => string
}

const cut = (words: string) => `“${words}”`

export const findingWords = {
  people: {
    bad: '参与人数超过 5 人',
    good: '含发起人不超过 5 人',
    note: ({ helpers, people }) => `现在是 1 + ${helpers} = ${people} 人。改为 4 位好友即可。`,
    fix: (value) => `改为 ${value} 位`,
  },
  life: {
    bad: '时限过长或过短',
    good: '时限不超过 24 小时',
    note: ({ hours }) => `现在是 ${Number(hours).toFixed(1).replace(/\.0$/, '')} 小时，要在 10 分钟到 24 小时之间。`,
    fix: () => '改好时限',
  },
  'fixed-reward': {
    bad: '奖励不是固定面额',
    good: '奖励固定面额',
    note: () => '打折券开始前说不出能省多少，换一张固定面额的券。',
  },
  random: {
    bad: '文案带抽奖或概率',
    good: '奖励固定，无抽奖',
    note: (_, words) => `${cut(words)}要删掉，奖励说固定的数。`,
    fix: () => '删掉',
  },
  'at-once': { bad: '奖励不是即时到账', good: '达成即到账', note: () => '凑齐就要到账。', fix: () => '改为即时' },
  'not-at-once': {
    bad: '文案说要等、要审核',
    good: '不用等、不用审核',
    note: (_, words) => `${cut(words)}要改，凑齐马上到账。`,
    fix: () => '用这句替换',
  },
  'share-for-reward': {
    bad: '文案以分享换利益',
    good: '不以分享换利益',
    note: (_, words) => `${cut(words)}要改成好友自己点“为 TA 助力”才算。`,
    fix: (value) => (value === '' ? '删掉' : '用这句替换'),
  },
  moments: {
    bad: '提到朋友圈奖励',
    good: '不含朋友圈奖励',
    note: (_, words) => `${cut(words)}要删掉，只发给好友和群。`,
    fix: () => '删掉',
  },
  'static-button': {
    bad: '分享按钮会动',
    good: '分享按钮静止',
    note: () => '按钮不能闪、不能有红点。',
    fix: () => '改为静止',
  },
  'rules-complete': {
    bad: '规则没写全',
    good: '规则开始前可见',
    note: ({ missing }) =>
      `还没写：${(Array.isArray(missing) ? missing : []).map((topic) => topicNames[topic as Topic]).join('、')}。`,
    fix: () => '补上这几句',
  },
  shouting: { bad: '文案夸张', good: '文案不夸张', note: (_, words) => `${cut(words)}要删掉。`, fix: () => '删掉' },
  'multi-level': {
    bad: '文案像多级奖励',
    good: '单层，无下级',
    note: (_, words) => `${cut(words)}要删掉，奖励只有一层。`,
    fix: () => '删掉',
  },
  budget: {
    bad: '券不够发',
    good: '券够发',
    note: ({ budget, helperBudget }) => `预算 ${budget} 张，好友券还剩 ${helperBudget} 张；答应的要发得出。`,
  },
  pace: {
    bad: '每小时发起太多',
    good: '发起有节制',
    note: ({ startsPerHour, most }) => `现在每小时 ${startsPerHour} 次，最多 ${most} 次。`,
    fix: (value) => `改为 ${value} 次`,
  },
  'without-friends': {
    bad: '没有不靠好友的券',
    good: '不找好友也能领券',
    note: () => '选一张谁都能直接领的普通券。',
  },
} as const satisfies Record<LintCode, Words>

export const wordsOf = (code: LintCode): Words => findingWords[code]

export const cardStates = {
  collecting: '在凑',
  unlocked: '已凑齐',
  expired: '没凑齐',
  voided: '已作废',
} as const satisfies Record<AssistCardRow['state'], string>

const roleNames = { reward: '发起人的券', helper: '好友的券', instead: '普通券' } as const

export const assistRefusals = {
  ...dealRefusals,
  'assist.rules': ({ findings }: { findings: readonly Finding[] }) =>
    findings.map(({ code, clauses }) => `${clauses[0] ?? ''} ${wordsOf(code).bad}`).join('；'),
  'assist.budget-below-unlocked': ({ unlocked }: { unlocked: number }) => `已发 ${unlocked} 张，预算不能更少`,
  'assist.template-off': ({ role, name }: { role: keyof typeof roleNames; name: string }) =>
    role === 'instead'
      ? `${roleNames[role]}「${name}」要在发放中、能直接领`
      : `${roleNames[role]}「${name}」不在发放中，先去发布`,
}

export const copy = {
  title: '助力券',
  newTitle: '新助力券',
  create: '新建助力券',
  none: '还没有助力券',
  noneNote: '几位好友各点一下，就得一张固定面额的券。',
  columns: {
    name: '活动',
    state: '状态',
    reward: '奖励',
    helpers: '好友',
    days: '起止',
    budget: '已发',
    funnel: '发起 → 凑齐 → 用券',
  },
  helpers: (n: number) => `${n} 位助力`,
  stop: '全部暂停',
  stopTitle: '暂停全部助力活动',
  stopNote: '正在凑的卡也停下，顾客会看到“活动暂停”；已到手的券照常可用。',
  stopped: '全部助力活动已暂停，顾客看到“活动暂停”。',
  letGo: '恢复',
  letGoTitle: '恢复全部助力活动',
  letGoNote: '没到时限的卡接着凑。',
  reason: '原因',
  reasonHint: '会留在审计里，例如：微信提醒分享过多',
  form: {
    title: '活动内容',
    name: '名称',
    nameHint: '例如：冬日助力券',
    shareTitle: '卡片上的话',
    shareTitleHint: '例如：帮我点一下，一起省',
    reward: '发起人得',
    rewardNote: '固定面额，先说清再开始',
    helper: '助力好友得',
    helperNone: '不送好友券',
    helpers: '需要好友',
    helpersUnit: '位助力',
    helpersWrong: (people: number) => `连发起人共 ${people} 人，最多 5 人`,
    helpersNote: '连发起人最多 5 人',
    life: '时限',
    lifeUnit: '小时',
    lifeNote: '从发起起算，最长 24 小时',
    budget: '预算',
    budgetUnit: '张',
    mostCost: (sum: string) => `最多让出 ${sum}，含好友券`,
    mostCostLater: '选好券，就算出最多让出多少',
    pace: '每小时新发起',
    paceUnit: '次',
    paceNote: '超过后显示“稍后再来”',
    startsAt: '开始',
    endsAt: '停止发起',
    rules: '规则全文（开始前给人看）',
    write: '替我写一份',
    instead: '没凑齐时可直接领',
    insteadHint: '选一张能直接领的普通券',
    moments: '朋友圈入口：关',
    pick: '选一张券',
    noTemplates: '先去「券」里做一张',
  },
  checks: { title: '规则检查', bad: (n: number) => `${n} 处不合规`, passed: (n: number) => `${n} 项通过` },
  preview: {
    title: (n: number) => `顾客看到的，按 ${n} 位好友`,
    you: (gift: string) => `你也得 ${gift}`,
    missing: (n: number) => `还差 ${n} 位`,
    left: (time: string) => `剩 ${time}`,
    honest: '好友点“为 TA 助力”才算。不想等？',
    instead: (name: string) => `领${name}`,
  },
  adopt: (name: string, threshold: string) => `把「${name}」的门槛改为 ${threshold}`,
  adoptNote: '之后发出的券按新门槛；已到手的不变。规则全文要跟着改，检查会提醒。',
  adoptAct: '改门槛',
  cancel: '取消',
  funnel: '从发起到用券',
  steps: { started: '发起', opened: '有人打开', helped: '有人助力', unlocked: '凑齐', used: '用了券' },
  cards: {
    title: '助力卡',
    aside: '风险高的在前',
    owner: '发起人',
    state: '状态',
    helped: '助力',
    startedAt: '发起',
    coupon: '券',
    risk: '风险',
    none: '还没有人发起',
    noRank: '—',
    rank: (n: number) => `${n} 级`,
    void: '作废',
    voidTitle: '作废这张助力卡',
    voidNote: '没用的券一起收回，发起人会看到原因。好友的券不动。',
    voidReasonHint: '例如：同一批新号互刷',
    voided: '已作废',
  },
  couponStates: { claimed: '未用', locked: '下单中', used: '已用', expired: '过期', voided: '作废' } as Record<
    string,
    string
  >,
} as const
