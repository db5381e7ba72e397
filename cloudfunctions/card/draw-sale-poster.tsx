/** @jsxRuntime automatic */
/** The poster of a group sale: how many have joined, what there is, from how much, until when. It hangs in public, so nobody's face is on it. */
import { maskName } from '@/domain/share/mask'
import { colours } from './colours'
import type { SaleCardFacts } from './draw-sale-card'
import { groupHeadline } from './group-headline'
import { oneLine } from './parts'
import { plainWords } from './plain-words'
import { INNER, posterPrice, posterTitle, renderPoster, secondLine } from './poster-frame'
import { saleCardWords } from './sale-card-words'
import { saleTone, Shelf } from './shelf'
import { sizeThatFits } from './words-width'

export type SalePosterFacts = SaleCardFacts & {
  /** Whole name of who shares; the poster shows its first sign only. */
  readonly recommendedBy: string
  /** The mini program code, JPEG or PNG, square. */
  readonly code: Uint8Array
}

const copy = {
  open: { scan: '长按识别，一起接龙', by: (masked: string): string => `${masked} 请你来接龙` },
  /** A poster outlives its sale. */
  over: { scan: '长按识别，看看下一场', by: (masked: string): string => `${masked} 推荐给你` },
} as const

/** Together they fill what the sheet leaves, less where the title takes two lines. */
const HEAD = 776
const SHELF = 484

/** Draws the poster as JPEG, 1080 × 1620, at most 400 KB. Throws a RangeError if the code is no JPEG or PNG. */
export const drawSalePoster = ({ recommendedBy, code, ...facts }: SalePosterFacts): Promise<Buffer> => {
  const words = saleCardWords(facts)
  const { headline, whose, title, second, price, until, mood } = words
  const store = plainWords(facts.storeName)
  const recommender = plainWords(recommendedBy)
  const less = secondLine(title)
  const { scan, by } = copy[mood === 'open' ? 'open' : 'over']
  return renderPoster({
    picture: null,
    tone: saleTone(facts.tiles),
    code,
    headline: {
      height: HEAD - less,
      node: (
        <div style={{ display: 'flex', flexDirection: 'column', width: INNER }}>
          {groupHeadline(words, { top: 64, height: 116, scale: 1.12 })}
          <div style={{ ...oneLine, marginTop: 24, fontSize: 40, lineHeight: 1.3, color: colours.ink2 }}>{whose}</div>
          <div style={{ display: 'flex', marginTop: 32 }}>
            <Shelf tiles={facts.tiles} width={INNER} height={SHELF - less} isGrid />
          </div>
        </div>
      ),
    },
    price: posterPrice({ price, isFrom: facts.isFrom, beside: until }),
    lines: [
      posterTitle(title, 22),
      { text: second, size: sizeThatFits(second, INNER, [44, 40, 36]), lines: 1, gap: 14, colour: colours.ink2 },
    ],
    invitation: { by: recommender ? by(maskName(recommender)) : store, store, scan },
    words: { 400: [whose, until, '起'], 700: [...headline, price.yuan, price.cents, '¥'] },
  })
}
