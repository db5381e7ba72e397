/** @jsxRuntime automatic */
/** The poster of a group: how many are missing, for how much, until when. It is hung up in public, so nobody's face is on it. */
import { maskName } from '@/domain/share/mask'
import type { EpochMs } from '@/domain/time'
import { colours } from './colours'
import { groupHeadline } from './group-headline'
import { groupWords, type GroupCardFacts } from './group-words'
import { plainWords } from './plain-words'
import { INNER, posterPrice, posterTitle, renderPoster } from './poster-frame'
import { sizeThatFits } from './words-width'

export type GroupPosterFacts = Omit<GroupCardFacts, 'faces'> & {
  /** Whole name of who shares; the poster shows its first sign only. */
  readonly recommendedBy: string
  /** The mini program code, JPEG or PNG, square. */
  readonly code: Uint8Array
}

const copy = {
  open: { scan: '长按识别，一起拼', by: (masked: string): string => `${masked} 邀你一起拼` },
  /** A poster outlives its group. */
  over: { scan: '长按识别，去店里看看', by: (masked: string): string => `${masked} 推荐给你` },
} as const

const HEAD = 168

/** Draws the poster as JPEG, 1080 × 1620, at most 400 KB. Throws a RangeError if the code is no JPEG or PNG. */
export const drawGroupPoster = (facts: GroupPosterFacts, now: EpochMs): Promise<Buffer> => {
  const words = groupWords(facts, now)
  const { price, alone, title, count, moment, second, mood, headline } = words
  const store = plainWords(facts.storeName)
  const recommender = plainWords(facts.recommendedBy)
  const { scan, by } = copy[mood === 'open' ? 'open' : 'over']
  const state = moment ? `${count}，${moment}` : count
  return renderPoster({
    picture: facts.picture,
    tone: facts.tone,
    code: facts.code,
    headline: { height: HEAD, node: groupHeadline(words, { top: 56, height: 112, scale: 1.12 }) },
    price: posterPrice({ price, isFrom: facts.isFrom, beside: alone }),
    lines: [
      posterTitle(title, 22),
      {
        text: state,
        size: sizeThatFits(state, INNER, [44, 40, 36]),
        lines: 1,
        gap: 14,
        colour: mood === 'open' ? colours.accentInk : colours.leafInk,
        isBold: true,
      },
      { text: second, size: sizeThatFits(second, INNER, [40, 36, 32]), lines: 1, gap: 10, colour: colours.ink2 },
    ],
    invitation: { by: recommender ? by(maskName(recommender)) : store, store, scan },
    words: { 400: [alone, '起'], 700: [...headline, price.yuan, price.cents, '¥'] },
  })
}
