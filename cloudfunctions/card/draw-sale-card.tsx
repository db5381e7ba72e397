/** @jsxRuntime automatic */
/** The picture of a group sale's chat card, 5:4: how many have joined, up to four goods, when to fetch, from how much. */
import { colours } from './colours'
import { fontsFor } from './fonts'
import { BESIDE, CARD, EDGE, fitFoot } from './foot-fit'
import { groupHeadline } from './group-headline'
import { oneLine, Price } from './parts'
import { drawablePicture } from './picture-data'
import { saleCardWords, type SaleCardStory, type SaleCardWords } from './sale-card-words'
import { sceneAir } from './scene-air'

export type Tile = {
  /** JPEG or PNG; null draws the tone alone. */
  readonly picture: Uint8Array | null
  readonly tone: readonly [string, string]
}
/** `tiles`: one to four, in the order of the list. */
export type SaleCardFacts = SaleCardStory & { readonly tiles: readonly Tile[] }

const FOOT = 216
const SEEN = CARD.height - FOOT
const SHELF = { top: 218, height: 336, gap: 20 }
const INNER = CARD.width - 2 * EDGE
const RIM = 8
/** One or two are seen whole, four stand tall and narrow. */
const HEIGHTS = [336, 336, 320, 290] as const
const WHOLE = 1.25

const Shelf = ({ tiles }: { readonly tiles: readonly Tile[] }) => {
  const height = HEIGHTS[tiles.length - 1] ?? HEIGHTS[3]
  const share = (INNER - SHELF.gap * (tiles.length - 1)) / Math.max(1, tiles.length)
  const width = Math.floor(Math.min(share, height * WHOLE))
  return (
    <div
      style={{
        display: 'flex',
        position: 'absolute',
        left: EDGE,
        top: SHELF.top + (SHELF.height - height) / 2,
        width: INNER,
        justifyContent: 'center',
        gap: SHELF.gap,
      }}
    >
      {tiles.map(({ picture, tone }, at) => {
        const drawn = drawablePicture(picture)
        const inner = { width: width - 2 * RIM, height: height - 2 * RIM }
        return (
          <div
            key={at}
            style={{
              display: 'flex',
              boxSizing: 'border-box',
              width,
              height,
              padding: RIM,
              borderRadius: 40,
              backgroundColor: colours.card,
            }}
          >
            {drawn ? (
              <img src={drawn.url} {...inner} style={{ borderRadius: 32, objectFit: 'cover' }} alt="" />
            ) : (
              <div
                style={{
                  ...inner,
                  borderRadius: 32,
                  backgroundImage: `linear-gradient(180deg, ${tone[0]}, ${tone[1]})`,
                }}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

const Foot = ({ words, isFrom }: { readonly words: SaleCardWords; readonly isFrom: boolean }) => {
  const { title, second, price, until } = words
  const sizes = fitFoot({ title, second, price, beside: until, isFrom })
  return (
    <div
      style={{
        display: 'flex',
        position: 'absolute',
        boxSizing: 'border-box',
        left: 0,
        bottom: 0,
        width: CARD.width,
        height: FOOT,
        padding: `0 ${EDGE}px`,
        alignItems: 'center',
        justifyContent: 'space-between',
        backgroundColor: colours.card,
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', width: sizes.left }}>
        <div style={{ ...sizes.title, fontWeight: 700, lineHeight: 1.28, color: colours.ink }}>{title}</div>
        <div style={{ ...oneLine, marginTop: 8, fontSize: sizes.secondSize, lineHeight: 1.3, color: colours.ink2 }}>
          {second}
        </div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-end' }}>
        <Price {...price} size={sizes.priceSize} isFrom={isFrom} />
        {until && <span style={{ marginTop: 8, fontSize: BESIDE, lineHeight: 1.3, color: colours.ink2 }}>{until}</span>}
      </div>
    </div>
  )
}

/** Draws the card as JPEG, 1000 × 800, at most 128 KB (WeChat's limit for the picture of a shared card). */
export const drawSaleCard = async (facts: SaleCardFacts): Promise<Buffer> => {
  const words = saleCardWords(facts)
  const { headline, whose, title, second, price, until } = words
  const { fonts, family } = fontsFor({
    400: [whose, second, until, '起'],
    700: [...headline, title, price.yuan, price.cents, '¥'],
  })
  const { width, height } = CARD
  const tone = facts.tiles[0]?.tone ?? [colours.accentSoft, colours.card]
  const tree = (
    <div style={{ display: 'flex', width, height, fontFamily: family, backgroundColor: colours.card }}>
      <img
        src={sceneAir(tone, { left: 0, top: 56, width }, width, SEEN)}
        width={width}
        height={SEEN}
        style={{ position: 'absolute', left: 0, top: 0 }}
        alt=""
      />
      <div style={{ display: 'flex', flexDirection: 'column', position: 'absolute', left: EDGE, top: 0 }}>
        {groupHeadline(words, { top: 22, height: 112 })}
        <div style={{ ...oneLine, marginTop: 20, width: INNER, fontSize: 36, lineHeight: 1.3, color: colours.ink2 }}>
          {whose}
        </div>
      </div>
      <Shelf tiles={facts.tiles} />
      <Foot words={words} isFrom={facts.isFrom} />
    </div>
  )
  const { renderJpeg } = await import('./render')
  return renderJpeg({ width, height, fonts, tree }, CARD.maxBytes)
}
