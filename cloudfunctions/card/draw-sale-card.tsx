/** @jsxRuntime automatic */
/** The picture of a group sale's chat card, 5:4: how many have joined, up to four goods, when to fetch, from how much. */
import { CardAir, CardFoot, renderCard } from './card-frame'
import { colours } from './colours'
import { CARD, EDGE, INNER } from './foot-fit'
import { groupHeadline } from './group-headline'
import { oneLine } from './parts'
import { saleCardWords, type SaleCardStory } from './sale-card-words'
import { saleTone, Shelf, type Tile } from './shelf'

/** `tiles`: one to four, in the order of the list. */
export type SaleCardFacts = SaleCardStory & { readonly tiles: readonly Tile[] }

const SHELF = { top: 218, height: 336 }

/** Draws the card as JPEG, 1000 × 800, at most 128 KB. */
export const drawSaleCard = (facts: SaleCardFacts): Promise<Buffer> => {
  const words = saleCardWords(facts)
  const { headline, whose, title, second, price, until } = words
  return renderCard({
    words: { 400: [whose, second, until, '起'], 700: [...headline, title, price.yuan, price.cents, '¥'] },
    children: [
      <CardAir key="air" tone={saleTone(facts.tiles)} place={{ left: 0, top: 56, width: CARD.width }} />,
      <div
        key="head"
        style={{ display: 'flex', flexDirection: 'column', position: 'absolute', left: EDGE, top: 0, width: INNER }}
      >
        {groupHeadline(words, { top: 22, height: 112 })}
        <div style={{ ...oneLine, marginTop: 20, fontSize: 36, lineHeight: 1.3, color: colours.ink2 }}>{whose}</div>
      </div>,
      <div key="shelf" style={{ display: 'flex', position: 'absolute', left: EDGE, top: SHELF.top }}>
        <Shelf tiles={facts.tiles} width={INNER} height={SHELF.height} />
      </div>,
      <CardFoot key="foot" title={title} second={second} price={price} beside={until} isFrom={facts.isFrom} />,
    ],
  })
}
