/** The editor of an assist campaign: what the linter reads of it, where it marks the words, and what a tap mends. */
import type { TemplateRow } from '@/contract/staff-promotion'
import type { CouponTemplateId } from '@/domain/ids'
import { writeRules } from '@/domain/assist/rule-text'
import { fen } from '@/domain/money'
import { HOUR, MINUTE, epochMs, later } from '@/domain/time'
import { clauseTexts, findingWords } from '@/admin/promotion/assist-copy'
import {
  countChanges,
  emptyDraft,
  followed,
  lint,
  lintable,
  mended,
  mostCost,
  partsOf,
  saveInput,
  type Draft,
} from '@/admin/promotion/assist-draft'
import { faultText, offerText, promotionFaults, templateFaults, thresholdText } from '@/admin/promotion/copy'
import { promotionText } from '@/admin/promotion/promotion-copy'
import * as promotions from '@/admin/promotion/promotion-draft'

const now = epochMs(Date.UTC(2026, 10, 22, 2, 20))
const id = (n: number) => `ctp_00000000000${n}` as CouponTemplateId

const row = (n: number, offFen: number, name: string): TemplateRow => ({
  template: {
    ...{ id: id(n), name, status: 'live', isClaimable: true, claimFromAt: null, claimUntilAt: null, perDay: null },
    offer: { kind: 'amount', offFen: fen(offFen) },
    thresholdFen: fen(4900),
    scope: { kind: 'all' },
    combines: [],
    validity: { kind: 'days', days: 7 },
    ...{ budget: 5000, perPerson: 1 },
  },
  version: 0,
  scopeNames: [],
  burn: {
    ...{ budget: 5000, issued: 0, used: 0, expired: 0, voided: 0, costFen: fen(0) },
    mostCostFen: fen(0),
  },
  acts: ['pause', 'end'],
})
const templates = [row(1, 800, '果蔬券'), row(2, 300, '新邻居券'), row(3, 200, '普通券')]
const clean = (): Draft => {
  const draft: Draft = {
    ...emptyDraft(now),
    ...{ name: '冬日助力券', templateId: id(1), helperTemplateId: id(2), insteadTemplateId: id(3) },
  }
  return { ...draft, ruleText: writeRules(lintable(draft, templates)) }
}
const bad = (draft: Draft) => lint(draft, templates).filter(({ ok }) => !ok)

test('a draft begins with three friends and a day, and can be kept once it names its coupon and its rules', () => {
  const draft = emptyDraft(now)
  expect(draft).toMatchObject({ helpers: 3, lifeMinutes: 1440, startsAt: later(now, -20 * MINUTE) })
  expect(saveInput(draft, null)).toBeNull()
  expect(saveInput(clean(), null)).toMatchObject({ templateId: id(1), helpers: 3 })
  expect(bad(clean())).toEqual([])
  expect(countChanges(clean(), { ...clean(), helpers: 4, budget: 1 })).toBe(2)
  // ¥8 for each of 500, and ¥3 for each of their three friends
  expect(mostCost(clean(), templates)).toBe(850_000)
})

test('words against the rules are marked where they stand, and every violation is mended by taps', () => {
  let draft: Draft = { ...clean(), helpers: 5, lifeMinutes: 3000, startsPerHour: 5000 }
  draft = { ...draft, ruleText: `分享到 3 个群立得 8 元券。\n${draft.ruleText}` }
  const [first] = partsOf(draft.ruleText, 'ruleText', lint(draft, templates))
  expect(first).toMatchObject({ isMarked: true, text: expect.stringContaining('分享到 3 个群立得') })
  const codes = bad(draft).map(({ code }) => code)
  expect(codes[0]).toBe('share-for-reward')
  expect(codes).toEqual(expect.arrayContaining(['people', 'life', 'pace']))
  for (let taps = 0; taps < 10; taps++) {
    const [finding] = bad(draft)
    if (finding?.fix) draft = mended(draft, finding.fix, templates)
  }
  expect(bad(draft)).toEqual([])
  expect(draft).toMatchObject({ helpers: 4, lifeMinutes: (24 * HOUR) / MINUTE, startsPerHour: 60 })
  expect(partsOf(draft.ruleText, 'ruleText', lint(draft, templates)).every(({ isMarked }) => !isMarked)).toBe(true)
})

test('sentences of the shop follow their field, and a person’s own words stay', () => {
  const draft = { ...clean(), ruleText: `${clean().ruleText}\n3 位都是邻居就好。` }
  const four = followed(draft, { ...draft, helpers: 4 }, templates)
  expect(four.ruleText).toContain('4 位朋友各点一下')
  expect(four.ruleText).not.toContain('3 位朋友各点一下')
  expect(four.ruleText).toContain('3 位都是邻居就好。')
  expect(bad(four)).toEqual([])
})

test('parts of a text are the text, also where places overlap or end it', () => {
  const at = (from: number, to: number) => ({
    ...{ code: 'random' as const, clauses: ['5.1.6' as const], ok: false },
    where: { field: 'ruleText' as const, from, to, words: '' },
  })
  const parts = partsOf('一二三四五六', 'ruleText', [at(4, 6), at(1, 3), at(2, 3)])
  expect(parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')).toBe('一[二三]四[五六]')
  expect(partsOf('', 'ruleText', [])).toEqual([])
})

test('every clause that a finding stands on has its words', () => {
  for (const { clauses, code } of lint({ ...clean(), ruleText: '抽奖。' }, templates)) {
    expect(findingWords[code].bad).not.toBe('')
    for (const clause of clauses) expect(clauseTexts[clause]).toMatch(/。$/)
  }
})

test('offers, thresholds and faults are said in plain words', () => {
  expect(offerText({ kind: 'percent', offBp: 1500, capFen: fen(1000) })).toBe('8.5 折，最多 ¥10')
  expect(offerText({ kind: 'delivery', offFen: null })).toBe('免运费')
  expect(thresholdText(fen(4950))).toBe('满 49.50 可用')
  expect(faultText(templateFaults, { code: 'threshold.below-off', offFen: fen(800) })).toBe(
    '门槛要高于优惠 ¥8.00，否则等于白送',
  )
  expect(faultText(promotionFaults, { code: 'tiers.not-rising', at: 1 })).toBe('第 2 档的门槛和优惠都要比上一档高')
})

test('a promotion draft is said in one line and goes back as it stands', () => {
  const draft = promotions.emptyDraft(now)
  expect(promotionText(draft)).toBe('满 ¥99 减 ¥10')
  expect(promotionText({ ...draft, ...promotions.lineBody })).toBe('第 2 件 5 折')
  expect(promotions.saveInput(draft, null)).toBeNull()
  expect(promotions.tryInput(draft)?.body).toEqual(promotions.orderBody)
  expect(promotions.saveInput({ ...draft, name: '满 99 减 10', scope: { kind: 'products', ids: [] } }, null)).toBeNull()
})
