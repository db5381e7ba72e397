/** @jsxRuntime automatic */
/** The picture of a community's invite card, 5:4: who leads it, how many neighbours there are, and the sale that runs. */
import { CardAir, CardFoot, FOOT, renderCard } from './card-frame'
import { communityCardWords, type CommunityCardStory } from './community-card-words'
import { COMMUNITY_TONE, communityHead } from './community-head'
import type { Face } from './faces'
import { CARD, EDGE, INNER } from './foot-fit'
import { Shelf, type Tile } from './shelf'

/** `tiles`: goods of the running sale, four at most; none without one. */
export type CommunityCardFacts = CommunityCardStory & { readonly face: Face; readonly tiles: readonly Tile[] }

const SHELF = { top: 240, height: 312 }
const HEAD = { top: 40, height: 176 }
const above = { display: 'flex', position: 'absolute', left: EDGE, width: INNER, alignItems: 'center' } as const

/** Draws the card as JPEG, 1000 × 800, at most 128 KB. */
export const drawCommunityCard = ({ face, tiles, ...story }: CommunityCardFacts): Promise<Buffer> => {
  const words = communityCardWords(story)
  const { name, who, title, second, price, isFrom } = words
  const hasShelf = tiles.length > 0
  return renderCard({
    words: {
      400: [who, second, '起'],
      700: [name, title, face.sign, price?.yuan ?? '', price?.cents ?? '', '¥'],
    },
    children: [
      <CardAir key="air" tone={COMMUNITY_TONE} place={{ left: 0, top: hasShelf ? 56 : 120, width: CARD.width }} />,
      hasShelf ? (
        <div key="head" style={{ ...above, ...HEAD }}>
          {communityHead({ words, face, width: INNER, size: 156 })}
        </div>
      ) : (
        <div key="head" style={{ ...above, top: 0, height: CARD.height - FOOT }}>
          {communityHead({ words, face, width: INNER, size: 232, isStacked: true })}
        </div>
      ),
      hasShelf && (
        <div key="shelf" style={{ ...above, top: SHELF.top }}>
          <Shelf tiles={tiles} width={INNER} height={SHELF.height} />
        </div>
      ),
      <CardFoot key="foot" title={title} second={second} price={price} beside="" isFrom={isFrom} />,
    ],
  })
}
