/** @jsxRuntime automatic */
/** What every chat card has: 5:4, a still life or its air above, a white foot of words, at most what WeChat takes. */
import type { ReactNode } from 'react'
import { colours } from './colours'
import { fontsFor, type CardWeight } from './fonts'
import { BESIDE, CARD, EDGE, fitFoot, type FootWords } from './foot-fit'
import { oneLine, Price } from './parts'
import { sceneAir, type Place } from './scene-air'

/** Most cards' foot. */
export const FOOT = 216

type CardParts = {
  /** All that is said on it, so that its signs are loaded. */
  readonly words: Readonly<Record<CardWeight, readonly string[]>>
  readonly children: ReactNode
}

/** Draws a card as JPEG, 1000 × 800, at most 128 KB (WeChat's limit for the picture of a shared card). */
export const renderCard = async ({ words, children }: CardParts): Promise<Buffer> => {
  const { fonts, family } = fontsFor(words)
  const { width, height } = CARD
  const tree = (
    <div style={{ display: 'flex', width, height, fontFamily: family, backgroundColor: colours.card }}>{children}</div>
  )
  const { renderJpeg } = await import('./render')
  return renderJpeg({ width, height, fonts, tree }, CARD.maxBytes)
}

type AirProps = { readonly tone: readonly [string, string]; readonly place: Place; readonly foot?: number }

/** Fills the card down to its foot. */
export const CardAir = ({ tone, place, foot = FOOT }: AirProps) => {
  const { width, height } = CARD
  return (
    <img
      src={sceneAir(tone, place, width, height - foot)}
      width={width}
      height={height - foot}
      style={{ position: 'absolute', left: 0, top: 0 }}
      alt=""
    />
  )
}

export const FootBox = ({ height, children }: { readonly height: number; readonly children: ReactNode }) => (
  <div
    style={{
      display: 'flex',
      position: 'absolute',
      boxSizing: 'border-box',
      left: 0,
      bottom: 0,
      width: CARD.width,
      height,
      padding: `0 ${EDGE}px`,
      alignItems: 'center',
      justifyContent: 'space-between',
      backgroundColor: colours.card,
    }}
  >
    {children}
  </div>
)

/** A name and a line under it on the left, where there is a price it stands on the right over what is said beside it. */
export const CardFoot = (words: FootWords) => {
  const { title, second, price, beside, isFrom } = words
  const sizes = fitFoot(words)
  return (
    <FootBox height={FOOT}>
      <div style={{ display: 'flex', flexDirection: 'column', width: sizes.left }}>
        <div style={{ ...sizes.title, fontWeight: 700, lineHeight: 1.28, color: colours.ink }}>{title}</div>
        {second && second !== title && (
          <div style={{ ...oneLine, marginTop: 8, fontSize: sizes.secondSize, lineHeight: 1.3, color: colours.ink2 }}>
            {second}
          </div>
        )}
      </div>
      {price && (
        <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-end' }}>
          <Price {...price} size={sizes.priceSize} isFrom={isFrom} />
          {beside && (
            <span style={{ marginTop: 8, fontSize: BESIDE, lineHeight: 1.3, color: colours.ink2 }}>{beside}</span>
          )}
        </div>
      )}
    </FootBox>
  )
}
