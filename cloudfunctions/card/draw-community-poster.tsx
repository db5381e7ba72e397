/** @jsxRuntime automatic */
/** The poster of a community, for a stairwell: its leader, how many neighbours there are, and what they buy together now. */
import { maskName } from '@/domain/share/mask'
import { colours } from './colours'
import { communityCardWords } from './community-card-words'
import { COMMUNITY_TONE, communityHead } from './community-head'
import type { CommunityCardFacts } from './draw-community-card'
import { plainWords } from './plain-words'
import { INNER, posterPrice, posterTitle, renderPoster, secondLine } from './poster-frame'
import { Shelf } from './shelf'
import { sizeThatFits } from './words-width'

export type CommunityPosterFacts = CommunityCardFacts & {
  /** Whole name of who shares; the poster shows its first sign only. */
  readonly recommendedBy: string
  /** The mini program code, JPEG or PNG, square. */
  readonly code: Uint8Array
}

const copy = {
  scan: '长按识别，看看再决定加不加入',
  by: (masked: string): string => `${masked} 请你来做邻居`,
  /** Where no price is named. */
  note: '不拉人头，分享没有奖励',
} as const

/** With a sale the goods stand under the head; else the head has the paper to itself. */
const WITH_SALE = { head: 780, size: 168, shelf: 504, gap: 60 }
const ALONE = { head: 840, size: 300 }

/** Draws the poster as JPEG, 1080 × 1620, at most 400 KB. Throws a RangeError if the code is no JPEG or PNG. */
export const drawCommunityPoster = ({ recommendedBy, code, face, tiles, ...story }: CommunityPosterFacts) => {
  const words = communityCardWords(story)
  const { name, who, title, second, price, isFrom } = words
  const store = plainWords(story.storeName)
  const less = secondLine(title)
  const recommender = plainWords(recommendedBy)
  return renderPoster({
    picture: null,
    tone: COMMUNITY_TONE,
    code,
    headline:
      tiles.length > 0
        ? {
            height: WITH_SALE.head - less,
            node: (
              <div style={{ display: 'flex', flexDirection: 'column', width: INNER }}>
                <div style={{ display: 'flex', marginTop: WITH_SALE.gap, height: 176, alignItems: 'center' }}>
                  {communityHead({ words, face, width: INNER, size: WITH_SALE.size })}
                </div>
                <div style={{ display: 'flex', marginTop: 40 }}>
                  <Shelf tiles={tiles} width={INNER} height={WITH_SALE.shelf - less} isGrid />
                </div>
              </div>
            ),
          }
        : {
            height: ALONE.head,
            node: (
              <div style={{ display: 'flex', width: INNER, height: ALONE.head, alignItems: 'center' }}>
                {communityHead({ words, face, width: INNER, size: ALONE.size, isStacked: true })}
              </div>
            ),
          },
    price: price ? posterPrice({ price, isFrom, beside: '' }) : { height: 0, node: null },
    lines: [
      posterTitle(title, price ? 22 : 0),
      { text: second, size: sizeThatFits(second, INNER, [44, 40, 36]), lines: 1, gap: 14, colour: colours.ink2 },
    ],
    invitation: { by: recommender ? copy.by(maskName(recommender)) : store, store, scan: copy.scan },
    ...(price ? {} : { note: copy.note }),
    words: { 400: [who, '起'], 700: [name, face.sign, price?.yuan ?? '', price?.cents ?? '', '¥'] },
  })
}
