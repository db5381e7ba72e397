/** Checks a draft campaign against WeChat's operating rules before it can be published. Every check answers, so that staff see what was looked at. */
import { HOUR } from '../time'
import { CARD_LIFE, HELPERS } from './card'
import type { AssistDraft, DraftField, TextField } from './draft'
import { findPhrases, phraseClauses, type Clause, type Phrase, type PhraseKind } from './phrases'
import { missingTopics, sentenceOn, type Topic } from './rule-text'

export type LintCode =
  | 'people'
  | 'life'
  | 'fixed-reward'
  | 'random'
  | 'at-once'
  | 'not-at-once'
  | 'share-for-reward'
  | 'moments'
  | 'static-button'
  | 'rules-complete'
  | 'shouting'
  | 'multi-level'
  | 'budget'
  | 'pace'
  | 'without-friends'

/** What repairs it: another value for a field, or other words for a place in a text (`from` = `to` appends). */
export type Fix =
  | { readonly field: Exclude<DraftField, TextField>; readonly value: number | string | boolean }
  | { readonly field: TextField; readonly from: number; readonly to: number; readonly text: string }

export type Finding = {
  readonly code: LintCode
  /** 《微信小程序平台运营规范》; the first is the one to cite. */
  readonly clauses: readonly Clause[]
  readonly ok: boolean
  /** Numbers and names for the wording. */
  readonly facts?: Readonly<Record<string, number | string | readonly string[]>>
  readonly where?: { readonly field: TextField; readonly from: number; readonly to: number; readonly words: string }
  readonly fix?: Fix
}

/** What is wrong comes first, in the order of the clauses. */
export const lintCampaign = (draft: AssistDraft): Finding[] => {
  const findings = [...textFindings(draft), ...checks.map((check) => check(draft))]
  const bad = findings.filter((f) => !f.ok).sort((a, b) => clauseOf(a).localeCompare(clauseOf(b)))
  return [...bad, ...findings.filter((f) => f.ok)]
}

/** The draft with one fix applied. Places in a text move with every fix, so lint again before the next. */
export const applyFix = (draft: AssistDraft, fix: Fix): AssistDraft => {
  if (!('text' in fix)) return { ...draft, [fix.field]: fix.value }
  const before = draft[fix.field]
  return { ...draft, [fix.field]: before.slice(0, fix.from) + fix.text + before.slice(fix.to) }
}

export const canPublish = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.ok)

const clauseOf = ({ clauses }: Finding): string => clauses[0] ?? ''

type Check = (draft: AssistDraft) => Finding

const verdict = (code: LintCode, clause: Clause, ok: boolean, more: Pick<Finding, 'facts' | 'fix'> = {}): Finding => ({
  code,
  clauses: [clause],
  ok,
  ...(ok ? {} : more),
})

const clamp = (n: number, { min, max }: { min: number; max: number }): number =>
  Math.min(Math.max(Math.round(n), min), max)

const checks: readonly Check[] = [
  ({ helpers }) => {
    const isFine = Number.isInteger(helpers) && helpers >= HELPERS.min && helpers <= HELPERS.max
    const fix = { field: 'helpers', value: clamp(helpers || HELPERS.min, HELPERS) } as const
    return verdict('people', '5.1.8', isFine, { facts: { helpers, people: helpers + 1, most: HELPERS.max + 1 }, fix })
  },
  ({ lifeMs }) => {
    const isFine = lifeMs >= CARD_LIFE.min && lifeMs <= CARD_LIFE.max
    const fix = { field: 'lifeMs', value: clamp(lifeMs, CARD_LIFE) } as const
    return verdict('life', '5.1.7', isFine, { facts: { hours: lifeMs / HOUR, mostHours: CARD_LIFE.max / HOUR }, fix })
  },
  ({ issues }) => verdict('at-once', '5.1.7', issues === 'at-once', { fix: { field: 'issues', value: 'at-once' } }),
  // a percentage is no lottery, but nobody can be told beforehand what it will be worth
  ({ reward, helperReward }) =>
    verdict(
      'fixed-reward',
      '5.1.6',
      reward.kind === 'fixed' && reward.offer.kind !== 'percent' && helperReward?.offer.kind !== 'percent',
      { facts: { reward: reward.kind === 'fixed' ? reward.offer.kind : reward.kind } },
    ),
  ({ shareButton }) =>
    verdict('static-button', '5.1.2', shareButton === 'static', { fix: { field: 'shareButton', value: 'static' } }),
  (draft) => {
    const missing = missingTopics(draft)
    const end = draft.ruleText.length
    const text = missing.map((topic: Topic) => `\n${sentenceOn(draft, topic) ?? ''}`).join('')
    const fix = { field: 'ruleText', from: end, to: end, text: end === 0 ? text.slice(1) : text } as const
    return verdict('rules-complete', '5.1.5', missing.length === 0, { facts: { missing }, fix })
  },
  // what is promised to both sides has to be there: a campaign that can't pay is a promise without cover
  ({ budget, helperReward, helpers }) =>
    verdict(
      'budget',
      '5.1.5',
      budget > 0 && (helperReward === null || helperReward.budget >= Math.min(helpers, HELPERS.max)),
      {
        facts: { budget, helperBudget: helperReward?.budget ?? 0 },
      },
    ),
  // too many shares in a short time get pages blocked, across all accounts of the owner
  ({ startsPerHour }) =>
    verdict('pace', '5.28', startsPerHour > 0 && startsPerHour <= PACE.most, {
      facts: { startsPerHour, most: PACE.most },
      fix: { field: 'startsPerHour', value: PACE.usual },
    }),
  // nothing of the shop may hang on sharing: an ordinary coupon can always be had
  ({ instead }) => verdict('without-friends', '5.1.1', instead !== null),
]

const PACE = { usual: 60, most: 1_000 } as const

const TEXTS = ['ruleText', 'shareTitle', 'name'] as const satisfies readonly TextField[]

const textFindings = (draft: AssistDraft): Finding[] => {
  const found = TEXTS.flatMap((field) => findPhrases(draft[field]).map((phrase) => ({ field, phrase })))
  const bad = found.map(({ field, phrase }) => phraseFinding(draft, field, phrase))
  if (draft.hasTimeline)
    bad.push(
      verdict('moments', '5.1.3', false, {
        facts: { switch: 'hasTimeline' },
        fix: { field: 'hasTimeline', value: false },
      }),
    )
  const kinds = Object.keys(phraseClauses) as PhraseKind[]
  const clean = kinds.filter((kind) => !bad.some((finding) => finding.code === kind))
  return [...bad, ...clean.map((kind): Finding => ({ code: kind, clauses: phraseClauses[kind], ok: true }))]
}

const phraseFinding = (draft: AssistDraft, field: TextField, { kind, from, to, words }: Phrase): Finding => ({
  code: kind,
  clauses: phraseClauses[kind],
  ok: false,
  where: { field, from, to, words },
  facts: { words },
  fix: { field, from, to, text: field === 'ruleText' ? insteadOf(draft, kind, words) : '' },
})

/** Words that say the honest thing in the place of those that may not stay; empty = strike them. */
const insteadOf = (draft: AssistDraft, kind: PhraseKind, words: string): string => {
  const helpers = clamp(draft.helpers || HELPERS.min, HELPERS)
  if (kind === 'share-for-reward' && /[得领拿送赚获返赠]$/.test(words)) return `好友点“为 TA 助力”，满 ${helpers} 位得`
  if (kind === 'not-at-once') return '凑齐马上到账'
  return ''
}
