/**
 * Wording that WeChat's reviewers refuse, found in a campaign's texts. Saying that something is *not* so is allowed and welcome
 * ("不抽奖", "分享本身不给奖励"); saying what is lost without it is not ("不分享就不能领"). Source: operating rules 5.1, 5.9.
 */
import { plainText } from './plain-text'

export type Clause =
  '5.1.1' | '5.1.2' | '5.1.3' | '5.1.4' | '5.1.5' | '5.1.6' | '5.1.7' | '5.1.8' | '5.1.9' | '5.9' | '5.28'

export type PhraseKind = 'share-for-reward' | 'moments' | 'random' | 'not-at-once' | 'multi-level' | 'shouting'

/** `from` up to, not including, `to`: the place in the original text. */
export type Phrase = { readonly kind: PhraseKind; readonly from: number; readonly to: number; readonly words: string }

export const phraseClauses: Readonly<Record<PhraseKind, readonly Clause[]>> = {
  'share-for-reward': ['5.1.1', '5.1.4'],
  moments: ['5.1.3'],
  random: ['5.1.6'],
  'not-at-once': ['5.1.7'],
  'multi-level': ['5.9'],
  shouting: ['5.1.5'],
}

type Rule = {
  readonly kind: PhraseKind
  readonly find: RegExp
  readonly isFine?: (found: string, before: string, after: string) => boolean
}

const SHARE = '(?:分享|转发|转给|转到|转至|扩散|群发|发送[给到至]|推荐给|发[到给至进]|发一?个?群|晒[单图到]|[扔甩丢]到)'
const INVITE = '(?:邀请|邀|喊|召集|拉(?:上|来|到|满)?(?=好友|朋友|人|新|群|\\d|[一二三四五几]))'
const GAIN =
  '(?:立?得(?!到的|了)|领|拿|送|奖|赚|获|返|赠|解锁|兑换|免单|免费|优惠|[立再]减|减\\d|打[\\d一二三四五六七八九]|可享|红包|现金|元券|福利|有礼|好礼|加速|翻倍)'
/** A friend's own tap between the sharing and the gain: that is what the rules call taking part. */
const TAP = /(?:助力(?:后|满|成功|够|完成|达|即|就|一下|一次|，)|点一?下|[位个名](?:好友|朋友)?[^，。]{0,3}(?:助力|点))/
const IN = '[^。]'

/** A word that turns the next ones into their opposite; "不仅" and its like don't, and twice turns them back. */
const NEGATION = /不(?![仅但光止只管])|无(?!论)|没|勿|别|禁|拒绝|杜绝|并非|免(?=抽|随)/g
const isDenied = (before: string): boolean => {
  const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('。')) + 1).slice(-8)
  return (clause.match(NEGATION)?.length ?? 0) % 2 === 1
}
const denied: Rule['isFine'] = (_, before) => isDenied(before)

/** Denied, or a friend's tap stands between, or the gain itself is denied ("分享本身不给奖励"). */
const isHonestShare = (found: string, before: string): boolean => {
  const gainDenied =
    /(?:不[给送发会返奖算]|没有?|无|不含|不另)(?:任何|额外|其他|什么|给|送|发)?(?:奖|优惠|红包|现金|福利|好礼|送|返|赠|免费|元券)$/
  return isDenied(before) || TAP.test(found) || /不得$/.test(found) || gainDenied.test(found)
}

/** Denied before ("也不用发朋友圈") or after ("发朋友圈没有奖励"). */
const isRuledOut = (_: string, before: string, after: string): boolean =>
  isDenied(before) || /^[^。，]{0,3}(?:没有?|不给|不送|不另|无)(?:任何|额外)?(?:奖|好处|优惠|福利|红包)/.test(after)

const rules: readonly Rule[] = [
  { kind: 'share-for-reward', find: new RegExp(`${SHARE}${IN}{0,24}?${GAIN}`, 'g'), isFine: isHonestShare },
  { kind: 'share-for-reward', find: new RegExp(`${INVITE}${IN}{0,20}?${GAIN}`, 'g'), isFine: isHonestShare },
  {
    kind: 'share-for-reward',
    find: new RegExp(`${SHARE}${IN}{0,14}?(?:才能|才可|方可|方能|后即?可|后才|继续|查看|即可)`, 'g'),
    isFine: (found, before) => isDenied(before) || TAP.test(found),
  },
  { kind: 'share-for-reward', find: new RegExp(`(?:必须|务必|强制|一定要|请先)${IN}{0,4}${SHARE}`, 'g') },
  {
    kind: 'share-for-reward',
    find: new RegExp(`不${SHARE}${IN}{0,6}?(?:不[能可给送得让]|无法|领不|得不|拿不|没有|看不|用不|没得)`, 'g'),
  },
  { kind: 'share-for-reward', find: /不转不是|转疯|速转|疯转/g },
  { kind: 'moments', find: /朋友圈[^。]{0,8}?(?:就没|就不|不能|无法|领不)/g },
  { kind: 'moments', find: /朋友圈|朋圈|票圈|pyq|moments|集赞|求赞|点赞/g, isFine: isRuledOut },
  {
    kind: 'random',
    find: /抽奖|抽取|抽中|抽签|抽红包|开奖|随机|手气|转盘|刮刮|刮一刮|摇一摇|盲盒|概率|几率|有机会|机会[获赢领得]|锦鲤|翻牌|红包雨|瓜分|拼运气|幸运[儿者用奖星]/g,
    isFine: denied,
  },
  { kind: 'random', find: /最[高多](?:可|能|有机会)?[得领返减拿送获享]/g },
  { kind: 'random', find: /\d+(?:\.\d+)?元?[-至到]\d+(?:\.\d+)?元(?!以)/g },
  { kind: 'random', find: /砍价|砍一刀|帮砍|助砍|砍[到成掉]|免费拿/g, isFine: denied },
  {
    kind: 'not-at-once',
    find: /(?:\d+|[一二三四五六七八九十两几])个?(?:工作日|自然日|天|日|小时)(?:之?内|之?后)?(?:统一|陆续)?(?:审核|发放|到账|发出|派发|返还|返现|寄)/g,
  },
  {
    kind: 'not-at-once',
    find: /(?:活动结束|审核|人工|次日|隔[天日]|统一|陆续)[^。，]{0,6}?(?:发放|到账|派发|发奖|兑奖|返还)/g,
    isFine: denied,
  },
  {
    kind: 'not-at-once',
    find: /(?:联系|找|加)[^。，]{0,4}?(?:客服|微信|店主|店长)[^。，]{0,4}?(?:领|兑|发)/g,
    isFine: denied,
  },
  {
    kind: 'not-at-once',
    find: /排名|排行|名次|前\d+名|(?:累计|连续|坚持|每天)[^。，]{0,4}?(?:\d+|[一二三四五六七八九十两])天/g,
    isFine: denied,
  },
  {
    kind: 'multi-level',
    find: /下级|下线|[二三两]级|裂变|团队[奖收]|拉人头|人头费|代理|分销|好友的好友|好友再邀|间接推荐/g,
    isFine: denied,
  },
  { kind: 'shouting', find: /震惊|最后一?次机会|马上失效|紧急通知|内部消息|白送|不看后悔|手慢无/g },
]

/** In the order of the text; of places that overlap only the longest is told. */
export const findPhrases = (original: string): Phrase[] => {
  const plain = plainText(original)
  const found = rules.flatMap(({ kind, find, isFine }) =>
    [...plain.text.matchAll(find)].flatMap((match): Phrase[] => {
      const [words, start] = [match[0], match.index]
      if (isFine?.(words, plain.text.slice(0, start), plain.text.slice(start + words.length))) return []
      const from = plain.from[start] ?? 0
      const to = plain.to[start + words.length - 1] ?? original.length
      return [{ kind, from, to, words: original.slice(from, to) }]
    }),
  )
  const byLength = [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  const kept: Phrase[] = []
  for (const each of byLength)
    if (!kept.some((other) => other.kind === each.kind && each.from < other.to && other.from < each.to)) kept.push(each)
  return kept.sort((a, b) => a.from - b.from)
}
