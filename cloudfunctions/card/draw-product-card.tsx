/** @jsxRuntime automatic */
/** The picture of a product's chat card: 5:4, as in the design, with so few words that it is read in a chat list. */
import { FootBox, renderCard } from './card-frame'
import { productWords, type ProductCardFacts, type ProductWords } from './card-words'
import { colours } from './colours'
import { BESIDE, CARD, fitFoot } from './foot-fit'
import { oneLine, PictureWindow, Price } from './parts'
import { drawablePicture } from './picture-data'

export type { ProductCardFacts } from './card-words'

const FOOT = 224

type SecondProps = { readonly fact: string; readonly store: string; readonly size: number }

const Second = ({ fact, store, size }: SecondProps) => (
  <div style={{ display: 'flex', fontSize: size, lineHeight: 1.3, marginTop: 8, color: colours.ink2 }}>
    {fact && <span style={{ color: colours.leafInk, flexShrink: 0 }}>{fact}</span>}
    {fact && store && <span style={{ margin: '0 14px', flexShrink: 0 }}>·</span>}
    {store && <span style={oneLine}>{store}</span>}
  </div>
)

type FootProps = { readonly words: ProductWords; readonly isFrom: boolean }

const Foot = ({ words, isFrom }: FootProps) => {
  const { title, fact, price, was } = words
  const sizes = fitFoot({ title, second: `${fact} · ${words.store}`, price, beside: was, isFrom })
  const store = words.store === words.title ? '' : words.store
  return (
    <FootBox height={FOOT}>
      <div style={{ display: 'flex', flexDirection: 'column', width: sizes.left }}>
        <div style={{ ...sizes.title, fontWeight: 700, lineHeight: 1.28, color: colours.ink }}>{words.title}</div>
        {(words.fact || store) && <Second fact={words.fact} store={store} size={sizes.secondSize} />}
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-end' }}>
        {words.was && (
          <span style={{ fontSize: BESIDE, lineHeight: 1.3, color: colours.ink3, textDecoration: 'line-through' }}>
            {words.was}
          </span>
        )}
        <Price {...words.price} size={sizes.priceSize} isFrom={isFrom} />
      </div>
    </FootBox>
  )
}

/** Draws the card as JPEG, 1000 × 800, at most 128 KB. */
export const drawProductCard = (facts: ProductCardFacts): Promise<Buffer> => {
  const words = productWords(facts)
  const { title, store, fact, price, was } = words
  const { width, height } = CARD
  return renderCard({
    words: { 400: [fact, store, was, '·起'], 700: [title, price.yuan, price.cents, '¥'] },
    children: [
      <PictureWindow
        key="still"
        picture={drawablePicture(facts.picture)}
        tone={facts.tone}
        width={width}
        seen={height - FOOT}
      />,
      <Foot key="foot" words={words} isFrom={facts.isFrom} />,
    ],
  })
}
