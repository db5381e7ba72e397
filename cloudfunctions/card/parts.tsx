/** @jsxRuntime automatic */
/** Pieces that card and poster share: the still life's window, and a price with its small ¥. */
import { colours } from './colours'
import { isScene, type DrawablePicture } from './picture-data'
import type { PriceWords } from './price-words'

/** Words that end in … where they would leave their line, or their last line. */
export const oneLine = { display: 'block', overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' } as const
export const severalLines = (lineClamp: number) =>
  ({ display: 'block', overflow: 'hidden', lineClamp, wordBreak: 'break-word' }) as const

type WindowProps = {
  readonly picture: DrawablePicture | null
  /** Colours of the product's placeholder, top and bottom: the air of a window without a picture. */
  readonly tone: readonly [string, string]
  readonly width: number
  /** How much of the picture is seen before the white begins. */
  readonly seen: number
}

/** Fills `width` × `seen` px from the top. A scene hangs over below, where white will cover it. */
export const PictureWindow = ({ picture, tone, width, seen }: WindowProps) => {
  const height = picture && isScene(picture) ? width * 0.8 : seen
  return (
    <div
      style={{
        display: 'flex',
        position: 'absolute',
        left: 0,
        top: 0,
        width,
        height,
        backgroundImage: `linear-gradient(180deg, ${tone[0]}, ${tone[1]})`,
      }}
    >
      {picture ? (
        <img src={picture.url} width={width} height={height} style={{ objectFit: 'cover', width, height }} alt="" />
      ) : (
        <div
          style={{
            position: 'absolute',
            left: -width * 0.25,
            top: seen * 0.72,
            width: width * 1.5,
            height: seen,
            borderRadius: '50%',
            backgroundColor: 'rgba(255,255,255,.8)',
          }}
        />
      )}
    </div>
  )
}

type PriceProps = PriceWords & { readonly size: number; readonly isFrom: boolean }

export const Price = ({ yuan, cents, size, isFrom }: PriceProps) => (
  <div
    style={{
      display: 'flex',
      alignItems: 'baseline',
      color: colours.accentFill,
      fontWeight: 700,
      lineHeight: 1,
      letterSpacing: -1,
    }}
  >
    <span style={{ fontSize: size * 0.62, marginRight: 4 }}>¥</span>
    <span style={{ fontSize: size }}>{yuan}</span>
    {cents && <span style={{ fontSize: size * 0.68 }}>{cents}</span>}
    {isFrom && <span style={{ fontSize: size * 0.36, marginLeft: 8, fontWeight: 400, color: colours.ink3 }}>起</span>}
  </div>
)
