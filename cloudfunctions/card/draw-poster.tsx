/** @jsxRuntime automatic */
/** The poster of a product: to be saved and posted, or printed and hung up; its mini program code leads to the share. */
import { maskName } from '@/domain/share/mask'
import { productWords, type ProductCardFacts } from './card-words'
import { colours } from './colours'
import { plainWords } from './plain-words'
import { oneLineOrTwo, posterPrice, posterTitle, renderPoster } from './poster-frame'

export type PosterFacts = ProductCardFacts & {
  /** The selling sentence under the title. */
  readonly subtitle: string | null
  /** Whole name of who shares; the poster shows its first sign only. Null for the shop's own poster. */
  readonly recommendedBy: string | null
  /** The mini program code, JPEG or PNG, square. */
  readonly code: Uint8Array
}

const copy = {
  scan: '长按识别，去店里看看',
  by: (masked: string): string => `${masked} 推荐给你`,
} as const

/** Draws the poster as JPEG, 1080 × 1620, at most 400 KB. Throws a RangeError if the code is no JPEG or PNG. */
export const drawPoster = (facts: PosterFacts): Promise<Buffer> => {
  const words = productWords(facts)
  const { price, was, title, fact, store } = words
  const subtitle = plainWords(facts.subtitle ?? '')
  const recommender = plainWords(facts.recommendedBy ?? '')
  return renderPoster({
    picture: facts.picture,
    tone: facts.tone,
    code: facts.code,
    price: posterPrice({ price, isFrom: facts.isFrom, beside: was, isStruck: true }),
    lines: [
      posterTitle(title, 22),
      { text: subtitle, ...oneLineOrTwo(subtitle, [40, 38, 36, 34], 38), gap: 14, colour: colours.ink2 },
      { text: fact, size: 38, lines: 1, gap: 14, colour: colours.leafInk },
    ],
    invitation: { by: recommender ? copy.by(maskName(recommender)) : store, store, scan: copy.scan },
    words: { 400: [was, '起'], 700: [price.yuan, price.cents, '¥'] },
  })
}
