/** @jsxRuntime automatic */
/**
 * What every poster has: a still life above, a white sheet of words, an invitation with its mini program code. The sheet is
 * as high as its words and stands at the bottom; the picture has what is left, so that no poster gapes.
 */
import type { ReactNode } from 'react'
import { colours } from './colours'
import { fontsFor, type CardWeight } from './fonts'
import { Price, severalLines } from './parts'
import { drawablePicture, isScene, type DrawablePicture } from './picture-data'
import type { PriceWords } from './price-words'
import { sceneAir } from './scene-air'
import { sizeThatFits, widthInEm } from './words-width'

const POSTER = { width: 1080, height: 1620, maxBytes: 400 * 1024 } as const
const EDGE = 64
export const INNER = POSTER.width - 2 * EDGE
const CODE = 208
/** From the end of the sheet's words down to the edge of the paper: gap, invitation, note. */
const BELOW = 44 + 280 + 96
/** The sheet's round corners lie on the picture. */
const OVERLAP = 48
/** How far down a scene's goods reach, as a share of its width; below is only table. */
const GOODS = 0.56

const NOTE = '价格和库存以下单时为准'

export type SheetLine = {
  readonly text: string
  readonly size: number
  readonly lines: number
  readonly gap: number
  readonly colour: string
  readonly isBold?: boolean
}

const LEADING = 1.36

/** On one line if it fits there at some size, else on two at a size of its own: never with one last sign alone. */
export const oneLineOrTwo = (text: string, sizes: readonly [number, ...number[]], onTwo: number) => {
  const size = sizes.find((each) => widthInEm(text) * each <= INNER * 0.99)
  return size === undefined ? { size: onTwo, lines: 2 } : { size, lines: 1 }
}

/** At most two lines. */
export const posterTitle = (text: string, gap: number) => ({
  text,
  size: sizeThatFits(text, INNER, [62, 56, 50], 2),
  lines: 2,
  gap,
  colour: colours.ink,
  isBold: true,
})

/** What stands under a headline has this many px less where the title below takes a second line. */
export const secondLine = (title: string): number => {
  const { size } = posterTitle(title, 0)
  return widthInEm(title) * size > INNER * 0.97 ? size * LEADING : 0
}

/** How high a line of the sheet comes out, as near as words can be measured without laying them out. */
const heightOf = ({ text, size, lines, gap }: SheetLine): number =>
  gap + Math.min(lines, Math.max(1, Math.ceil((widthInEm(text) * size) / (INNER * 0.97)))) * size * LEADING

const SheetText = ({ text, size, lines, gap, colour, isBold = false }: SheetLine) => (
  <div
    style={{
      ...severalLines(lines),
      marginTop: gap,
      fontWeight: isBold ? 700 : 400,
      fontSize: size,
      lineHeight: LEADING,
      color: colour,
    }}
  >
    {text}
  </div>
)

type AirProps = {
  readonly picture: DrawablePicture | null
  readonly tone: readonly [string, string]
  /** Where the sheet begins, and how much at the top belongs to a headline. */
  readonly seen: number
  readonly head: number
}

const Air = ({ picture, tone, seen, head }: AirProps) => {
  const { width } = POSTER
  const scene = picture && isScene(picture) ? picture : null
  // the goods stand in the middle of what is seen
  const top = Math.max(0, head, head + (seen - OVERLAP - head - width * GOODS) / 2)
  const place = { left: 0, top: scene ? top : seen * 0.2, width }
  const whole = { position: 'absolute', left: 0 } as const
  return (
    <div style={{ display: 'flex', ...whole, top: 0, width, height: seen }}>
      <img src={sceneAir(tone, place, width, seen)} width={width} height={seen} style={{ ...whole, top: 0 }} alt="" />
      {scene && <img src={scene.url} width={width} height={width * 0.8} style={{ ...whole, top }} alt="" />}
      {picture && !scene && (
        <img src={picture.url} width={width} height={seen} style={{ ...whole, top: 0, objectFit: 'cover' }} alt="" />
      )}
    </div>
  )
}

type InvitationProps = { readonly by: string; readonly store: string; readonly scan: string; readonly code: string }

const Invitation = ({ by, store, scan, code }: InvitationProps) => (
  <div
    style={{
      display: 'flex',
      boxSizing: 'border-box',
      width: INNER,
      height: 280,
      marginTop: 44,
      padding: '0 30px 0 44px',
      borderRadius: 36,
      alignItems: 'center',
      justifyContent: 'space-between',
      backgroundColor: colours.accentSoft,
    }}
  >
    <div style={{ display: 'flex', flexDirection: 'column', width: 580, fontSize: 34, lineHeight: 1.4 }}>
      <div style={{ ...severalLines(1), fontSize: 44, lineHeight: 1.3, fontWeight: 700, color: colours.ink }}>{by}</div>
      {by !== store && <div style={{ ...severalLines(1), marginTop: 10, color: colours.ink2 }}>{store}</div>}
      <div style={{ ...severalLines(1), marginTop: 4, color: colours.accentInk }}>{scan}</div>
    </div>
    <div style={{ display: 'flex', padding: 12, borderRadius: 28, backgroundColor: colours.card }}>
      <img src={code} width={CODE} height={CODE} alt="" />
    </div>
  </div>
)

type PriceLineProps = {
  readonly price: PriceWords
  readonly isFrom: boolean
  readonly beside: string
  /** The other price, which nobody pays any more. */
  readonly isStruck?: boolean
}

/** The large price with what is said beside it; `words` of the poster must hold all of it. */
export const posterPrice = ({ price, isFrom, beside, isStruck = false }: PriceLineProps) => ({
  height: 116,
  node: (
    <div style={{ display: 'flex', height: 116, alignItems: 'baseline' }}>
      <Price {...price} size={sizeThatFits(`¥${price.yuan}${price.cents}`, 500, [116, 96, 80])} isFrom={isFrom} />
      {beside && (
        <span
          style={{
            marginLeft: 28,
            fontSize: 40,
            color: isStruck ? colours.ink3 : colours.ink2,
            ...(isStruck ? { textDecoration: 'line-through' } : {}),
          }}
        >
          {beside}
        </span>
      )}
    </div>
  ),
})

export type PosterParts = {
  readonly picture: Uint8Array | null
  readonly tone: readonly [string, string]
  /** On the picture, at its top left; `height` keeps the goods away from it. */
  readonly headline?: { readonly node: ReactNode; readonly height: number }
  readonly price: { readonly node: ReactNode; readonly height: number }
  readonly lines: readonly SheetLine[]
  readonly invitation: Omit<InvitationProps, 'code'>
  /** The mini program code, JPEG or PNG, square. */
  readonly code: Uint8Array
  /** At the very bottom; else that prices may have changed. */
  readonly note?: string
  /** Words of headline and price, so that their signs are loaded. */
  readonly words: Readonly<Record<CardWeight, readonly string[]>>
}

/** Draws the poster as JPEG, 1080 × 1620, at most 400 KB. Throws a RangeError if the code is no JPEG or PNG. */
export const renderPoster = async (parts: PosterParts): Promise<Buffer> => {
  const { headline, price, lines, invitation, words, note = NOTE } = parts
  const code = drawablePicture(parts.code)
  if (!code) throw new RangeError('a poster needs its code as JPEG or PNG')
  const { width, height } = POSTER
  const said = lines.filter(({ text }) => text !== '')
  const sheet = OVERLAP + price.height + said.reduce((sum, line) => sum + heightOf(line), 0) + BELOW
  const { by, store, scan } = invitation
  const { fonts, family } = fontsFor({
    400: [...words[400], ...said.map(({ text }) => text), store, scan, note],
    700: [...words[700], ...said.map(({ text }) => text), by],
  })
  const tree = (
    <div style={{ display: 'flex', width, height, fontFamily: family, backgroundColor: colours.card }}>
      <Air
        picture={drawablePicture(parts.picture)}
        tone={parts.tone}
        seen={height - sheet + OVERLAP}
        head={headline?.height ?? 0}
      />
      {headline && (
        <div style={{ display: 'flex', position: 'absolute', left: EDGE, top: 0, height: headline.height }}>
          {headline.node}
        </div>
      )}
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          position: 'absolute',
          boxSizing: 'border-box',
          left: 0,
          bottom: 0,
          width,
          padding: `${OVERLAP}px ${EDGE}px 0`,
          borderRadius: '48px 48px 0 0',
          backgroundColor: colours.card,
        }}
      >
        {price.node}
        {said.map((line, at) => (
          <SheetText key={at} {...line} />
        ))}
        <Invitation {...invitation} code={code.url} />
        <div
          style={{
            display: 'flex',
            height: 96,
            alignItems: 'center',
            justifyContent: 'center',
            fontSize: 32,
            color: colours.ink2,
          }}
        >
          {note}
        </div>
      </div>
    </div>
  )
  const { renderJpeg } = await import('./render')
  return renderJpeg({ width, height, fonts, tree }, POSTER.maxBytes)
}
