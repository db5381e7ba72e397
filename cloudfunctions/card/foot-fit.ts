/** The white foot of a chat card: name and a line under it on the left, price on the right, all in one width. */
import type { PriceWords } from './price-words'
import { severalLines } from './parts'
import { sizeThatFits, widthInEm } from './words-width'

export const CARD = { width: 1000, height: 800, maxBytes: 128 * 1024 } as const
export const EDGE = 52
export const INNER = CARD.width - 2 * EDGE
const GAP = 32
/** Of the other price, over or under the large one. */
export const BESIDE = 34

export type FootWords = {
  readonly title: string
  readonly second: string
  /** Null where nothing is for sale: the words have the whole width. */
  readonly price: PriceWords | null
  readonly beside: string
  readonly isFrom: boolean
}

/** Sizes in px, chosen so that price and title share the width; the title is cut if even two lines are too few. */
export const fitFoot = ({ title, second, price, beside, isFrom }: FootWords) => {
  const figures = price ? `¥${price.yuan}${price.cents}` : ''
  const priceSize = sizeThatFits(figures, 330, [100, 88, 76, 64, 54])
  const priceWidth = priceSize * (widthInEm(figures) * 0.94 + (isFrom ? 0.44 : 0))
  const left = price ? INNER - GAP - Math.min(460, Math.max(priceWidth, widthInEm(beside) * BESIDE)) : INNER
  const oneLineSize = sizeThatFits(title, left, [52, 48])
  const isLong = widthInEm(title) * oneLineSize > left
  return {
    left,
    priceSize,
    title: isLong ? { ...severalLines(2), fontSize: 42 } : { ...severalLines(1), fontSize: oneLineSize },
    secondSize: sizeThatFits(second, left, [40, 36, 32]),
  }
}
