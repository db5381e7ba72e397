import * as fc from 'fast-check'
import type { AssistDraft } from '@/domain/assist/draft'
import { applyFix, canPublish, lintCampaign, type Finding } from '@/domain/assist/lint'
import { findPhrases, type PhraseKind } from '@/domain/assist/phrases'
import { missingTopics, writeRules } from '@/domain/assist/rule-text'
import { fen } from '@/domain/money'
import { epochMs, HOUR, MINUTE } from '@/domain/time'

const reward = (name: string, offFen: number, thresholdFen: number, days: number) => ({
  name,
  offer: { kind: 'amount' as const, offFen: fen(offFen) },
  thresholdFen: fen(thresholdFen),
  validity: { kind: 'days' as const, days },
})
const blank: AssistDraft = {
  name: '冬日助力券 · 草莓季',
  ruleText: '',
  shareTitle: '帮我助力，一起省在草莓季',
  helpers: 4,
  lifeMs: 24 * HOUR,
  budget: 500,
  startsPerHour: 60,
  reward: { kind: 'fixed', ...reward('鲜蔬水果券', 800, 4_900, 7) },
  helperReward: { ...reward('新邻居券', 300, 2_900, 3), budget: 2_000 },
  instead: reward('普通券', 200, 2_900, 7),
  issues: 'at-once',
  shareButton: 'static',
  hasTimeline: false,
}
const sound: AssistDraft = { ...blank, ruleText: writeRules(blank) }
const bad = (draft: AssistDraft): Finding[] => lintCampaign(draft).filter((f) => !f.ok)

describe('a campaign with all its rules', () => {
  test('may be published, and every check says it looked', () => {
    const findings = lintCampaign(sound)
    expect(bad(sound)).toEqual([])
    expect(canPublish(findings)).toBe(true)
    const clauses = new Set(findings.flatMap((f) => f.clauses))
    for (const clause of ['5.1.1', '5.1.2', '5.1.3', '5.1.4', '5.1.5', '5.1.6', '5.1.7', '5.1.8', '5.9', '5.28'])
      expect(clauses).toContain(clause)
  })

  test.each<[string, Partial<AssistDraft>, string, string]>([
    ['five helpers', { helpers: 5 }, 'people', '5.1.8'],
    ['no helper', { helpers: 0 }, 'people', '5.1.8'],
    ['two days', { lifeMs: 48 * HOUR }, 'life', '5.1.7'],
    ['a drawn reward', { reward: { kind: 'drawn' } }, 'fixed-reward', '5.1.6'],
    [
      'a percentage',
      {
        reward: { kind: 'fixed', ...reward('券', 1, 0, 1), offer: { kind: 'percent', offBp: 2_000, capFen: fen(900) } },
      },
      'fixed-reward',
      '5.1.6',
    ],
    ['a reward that comes later', { issues: 'later' }, 'at-once', '5.1.7'],
    ['an animated button', { shareButton: 'animated' }, 'static-button', '5.1.2'],
    ['the Timeline', { hasTimeline: true }, 'moments', '5.1.3'],
    ['no coupon without friends', { instead: null }, 'without-friends', '5.1.1'],
    ['no budget', { budget: 0 }, 'budget', '5.1.5'],
    [
      'fewer coupons for helpers than one card needs',
      { helperReward: { ...blank.helperReward!, budget: 3 } },
      'budget',
      '5.1.5',
    ],
    ['no pace', { startsPerHour: 5_000 }, 'pace', '5.28'],
    ['a title that shouts', { shareTitle: '震惊！手慢无' }, 'shouting', '5.1.5'],
    ['a name that promises luck', { name: '幸运大抽奖' }, 'random', '5.1.6'],
    ['no rules', { ruleText: '' }, 'rules-complete', '5.1.5'],
  ])('but %s may not, and the clause is named', (_, over, code, clause) => {
    const findings = bad({ ...sound, ...over })
    expect(findings.map((f) => f.code)).toContain(code)
    expect(findings.find((f) => f.code === code)?.clauses).toContain(clause)
  })
})

test('the campaign of the design: six people, and a share that pays', () => {
  const ruleText =
    '邀请好友打开卡片，点“为 TA 助力”。分享到 3 个群立得 8 元券。每位好友每天最多助力 3 次，同一活动只能助力一次。券 7 天内有效，水果、蛋奶可用。没凑齐也可领 2 元普通券。'
  const draft = { ...blank, helpers: 5, ruleText }
  const findings = bad(draft)
  expect(findings.find((f) => f.code === 'people')).toEqual({
    code: 'people',
    clauses: ['5.1.8'],
    ok: false,
    facts: { helpers: 5, people: 6, most: 5 },
    fix: { field: 'helpers', value: 4 },
  })
  const share = findings.find((f) => f.code === 'share-for-reward')
  expect(share).toMatchObject({ clauses: ['5.1.1', '5.1.4'], where: { field: 'ruleText', words: '分享到 3 个群立得' } })
  expect(applyFix(draft, share!.fix!).ruleText).toContain('。好友点“为 TA 助力”，满 4 位得 8 元券。')
})

test('applying what the findings suggest makes it fit to publish', () => {
  let draft: AssistDraft = {
    ...blank,
    helpers: 9,
    lifeMs: 72 * HOUR,
    issues: 'later',
    shareButton: 'animated',
    hasTimeline: true,
    startsPerHour: 9_999,
    shareTitle: '转发朋友圈，最高可得 88 元',
    ruleText: '分享到 3 个群立得 8 元券，随机掉落，3 个工作日内发放。',
  }
  for (let round = 0; round < 30; round++) {
    const fix = bad(draft).find((f) => f.fix)?.fix
    if (!fix) break
    draft = applyFix(draft, fix)
  }
  expect(bad(draft)).toEqual([])
  expect(draft.ruleText).toContain('好友点“为 TA 助力”，满 4 位得 8 元券')
})

test('rules written for any campaign leave nothing out and slip into no forbidden wording', () => {
  const rewards = fc
    .record({
      offFen: fc.integer({ min: 1, max: 99_999 }),
      thresholdFen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99_999 })),
      days: fc.integer({ min: 1, max: 365 }),
    })
    .map((r) => reward('果蔬券', r.offFen, r.thresholdFen, r.days))
  const drafts = fc.record({
    helpers: fc.integer({ min: 1, max: 4 }),
    lifeMs: fc.integer({ min: 10, max: 1_440 }).map((minutes) => minutes * MINUTE),
    budget: fc.integer({ min: 1, max: 9_999 }),
    mine: rewards,
    theirs: fc.option(rewards),
    instead: rewards,
    isDated: fc.boolean(),
  })
  fc.assert(
    fc.property(drafts, ({ mine, theirs, isDated, ...rest }) => {
      const dated = { kind: 'dates', fromAt: epochMs(0), untilAt: epochMs(1_763_776_800_000) } as const
      const draft: AssistDraft = {
        ...blank,
        ...rest,
        reward: { kind: 'fixed', ...mine, ...(isDated ? { validity: dated } : {}) },
        helperReward: theirs && { ...theirs, budget: 9_999 },
      }
      const written = { ...draft, ruleText: writeRules(draft) }
      expect(missingTopics(written)).toEqual([])
      expect(bad(written)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test.each([
  '3 位朋友各点一下「助力」，券自动到你的卡包。',
  '朋友自愿点，分享本身不给奖励，也不用发朋友圈。',
  '面额固定 ¥8，不抽奖、不随机、不会越点越少。',
  '每位朋友对本次活动只算 1 次，一天最多帮 3 人；不能给自己点。',
  '24 小时内没凑齐就结束，券发完也会直接告诉你。',
  '邀请好友打开卡片，点“为 TA 助力”。',
  '券 7 天内有效，水果、蛋奶可用。没凑齐也可领 2 元普通券。',
  '把卡片发给微信好友，好友点“为 TA 助力”，满 3 位得 8 元券。',
  '分享给好友，由好友助力后得券',
  '不用分享，直接领 3 元券。',
  '不想请朋友帮忙？直接领 ¥3 普通券，满 ¥29 可用。',
  '没有下级，没有二级佣金，不设排行。',
  '分享不得奖励。转发或发朋友圈都没有奖励。',
  '无需转发，下单即用。',
  '朋友点一下，他也得一张 3 元券，马上到卡包。',
  '活动时间 11-15 至 11-21，满 49 元减 8 元。',
  '本活动不返现、不抽奖，券在解锁时立即到账。',
  '最多 4 位好友助力',
])('honest wording passes: %s', (text) => expect(findPhrases(text)).toEqual([]))

test.each<[string, PhraseKind, string]>([
  ['分享到 3 个群立得 8 元券', 'share-for-reward', '分享到 3 个群立得'],
  ['邀请 5 位好友立得红包', 'share-for-reward', '邀请 5 位好友立得'],
  ['分享后才能继续浏览', 'share-for-reward', '分享后才'],
  ['不分享就不能领', 'share-for-reward', '不分享就不能'],
  ['必须转发给 3 个好友', 'share-for-reward', '必须转发给'],
  ['快转给朋友，一起领 8 元', 'share-for-reward', '转给朋友，一起领'],
  ['把链接甩到群里就送 5 元', 'share-for-reward', '甩到群里就送'],
  ['分享助力链接到群，立得 8 元券', 'share-for-reward', '分享助力链接到群，立得'],
  ['拉 3 人得 10 元', 'share-for-reward', '拉 3 人得'],
  ['分 享 到 群 得 券', 'share-for-reward', '分 享 到 群 得'],
  ['分.享.到.群.领.券', 'share-for-reward', '分.享.到.群.领'],
  ['轉發給好友領紅包', 'share-for-reward', '轉發給好友領'],
  ['转发到朋友圈即可领取', 'moments', '朋友圈'],
  ['盆友圈集赞', 'moments', '盆友圈'],
  ['发到 ＰＹＱ 有礼', 'moments', 'ＰＹＱ'],
  ['不发朋友圈就没有', 'moments', '朋友圈就没'],
  ['随机得 8 元券', 'random', '随机'],
  ['参与抽奖', 'random', '抽奖'],
  ['不仅抽奖，还有红包', 'random', '抽奖'],
  ['不是不抽奖，是人人有奖', 'random', '抽奖'],
  ['1～20 元不等', 'random', '1～20 元'],
  ['最高可得 88 元', 'random', '最高可得'],
  ['砍一刀，免费拿', 'random', '砍一刀'],
  ['券将在 3 个工作日内发放', 'not-at-once', '3 个工作日内发放'],
  ['活动结束后统一发放', 'not-at-once', '活动结束后统一发放'],
  ['联系客服领取奖励', 'not-at-once', '联系客服领'],
  ['前 10 名有奖', 'not-at-once', '前 10 名'],
  ['连续签到 7 天', 'not-at-once', '连续签到 7 天'],
  ['二级好友也返佣', 'multi-level', '二级'],
  ['好友的好友下单也算', 'multi-level', '好友的好友'],
  ['手慢无', 'shouting', '手慢无'],
])('induced wording is found: %s', (text, kind, words) => {
  const found = findPhrases(text).filter((phrase) => phrase.kind === kind)
  expect(found.map((phrase) => phrase.words)).toContain(words)
  for (const { from, to, words: shown } of found) expect(text.slice(from, to)).toBe(shown)
})

test('a place found behind signs of two units is the place in the text as typed', () => {
  const text = '🎁🎁 今天，𠮷祥：分享到群得券'
  expect(findPhrases(text)).toEqual([
    { kind: 'share-for-reward', from: text.indexOf('分享'), to: text.indexOf('券'), words: '分享到群得' },
  ])
})
