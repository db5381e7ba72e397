/** @jsxRuntime automatic */
/** The poster of a product: to be saved and posted, or printed and hung up; its mini program code leads to the share. */
import { maskName } from '@/domain/share/mask'
import { productWords, type ProductCardFacts, type ProductWords } from './card-words'
import { colours } from './colours'
import { fontsFor } from './fonts'
import { PictureWindow, Price, severalLines } from './parts'
import { drawablePicture } from './picture-data'
import { plainWords } from './plain-words'
import { sizeThatFits } from './words-width'

export type PosterFacts = ProductCardFacts & {
  /** The selling sentence under the title. */
  readonly subtitle: string | null
  /** Whole name of who shares; the poster shows its first sign only. Null for the shop's own poster. */
  readonly recommendedBy: string | null
  /** The mini program code, JPEG or PNG, square. */
  readonly code: Uint8Array
}

const POSTER = { width: 1080, height: 1620, maxBytes: 400 * 1024 } as const
const EDGE = 64
const INNER = POSTER.width - 2 * EDGE
const SEEN = 690
/** The sheet begins above the picture's end, so that its round corners lie on the picture. */
const SHEET = 646
const CODE = 192

const copy = {
  scan: '长按识别，去店里看看',
  by: (masked: string): string => `${masked} 推荐给你`,
  note: '价格和库存以下单时为准',
} as const

type SheetProps = { readonly words: ProductWords; readonly subtitle: string; readonly isFrom: boolean }

const Sheet = ({ words: { title, price, was, fact }, subtitle, isFrom }: SheetProps) => (
  <div
    style={{
      display: 'flex',
      flexDirection: 'column',
      position: 'absolute',
      boxSizing: 'border-box',
      left: 0,
      top: SHEET,
      width: POSTER.width,
      height: POSTER.height - SHEET,
      padding: `52px ${EDGE}px 0`,
      borderRadius: '48px 48px 0 0',
      backgroundColor: colours.card,
    }}
  >
    <div style={{ display: 'flex', alignItems: 'baseline' }}>
      <Price {...price} size={sizeThatFits(`¥${price.yuan}${price.cents}`, 560, [116, 96, 80])} isFrom={isFrom} />
      {was && (
        <span style={{ marginLeft: 28, fontSize: 40, color: colours.ink3, textDecoration: 'line-through' }}>{was}</span>
      )}
    </div>
    <div
      style={{
        ...severalLines(2),
        marginTop: 30,
        fontWeight: 700,
        fontSize: sizeThatFits(title, INNER, [62, 56, 50], 2),
        lineHeight: 1.3,
        color: colours.ink,
      }}
    >
      {title}
    </div>
    {subtitle && (
      <div style={{ ...severalLines(2), marginTop: 18, fontSize: 36, lineHeight: 1.5, color: colours.ink2 }}>
        {subtitle}
      </div>
    )}
    {fact && <div style={{ ...severalLines(1), marginTop: 18, fontSize: 36, color: colours.leafInk }}>{fact}</div>}
  </div>
)

type InvitationProps = { readonly by: string; readonly store: string; readonly code: string }

const Invitation = ({ by, store, code }: InvitationProps) => (
  <div
    style={{
      display: 'flex',
      position: 'absolute',
      boxSizing: 'border-box',
      left: EDGE,
      bottom: 104,
      width: INNER,
      height: 280,
      padding: '32px 32px 32px 44px',
      borderRadius: 36,
      alignItems: 'center',
      justifyContent: 'space-between',
      backgroundColor: colours.accentSoft,
    }}
  >
    <div style={{ display: 'flex', flexDirection: 'column', width: 560, fontSize: 34, lineHeight: 1.4 }}>
      <div style={{ ...severalLines(1), fontSize: 44, lineHeight: 1.3, fontWeight: 700, color: colours.ink }}>{by}</div>
      {by !== store && <div style={{ ...severalLines(1), marginTop: 10, color: colours.ink2 }}>{store}</div>}
      <div style={{ ...severalLines(1), marginTop: 4, color: colours.accentInk }}>{copy.scan}</div>
    </div>
    <div style={{ display: 'flex', padding: 12, borderRadius: 28, backgroundColor: colours.card }}>
      <img src={code} width={CODE} height={CODE} alt="" />
    </div>
  </div>
)

const Note = () => (
  <div
    style={{
      display: 'flex',
      position: 'absolute',
      left: 0,
      bottom: 42,
      width: POSTER.width,
      justifyContent: 'center',
      fontSize: 26,
      color: colours.ink3,
    }}
  >
    {copy.note}
  </div>
)

/** Draws the poster as JPEG, 1080 × 1620, at most 400 KB. Throws a RangeError if the code is no JPEG or PNG. */
export const drawPoster = async (facts: PosterFacts): Promise<Buffer> => {
  const code = drawablePicture(facts.code)
  if (!code) throw new RangeError('a poster needs its code as JPEG or PNG')
  const words = productWords(facts)
  const subtitle = plainWords(facts.subtitle ?? '')
  const recommender = plainWords(facts.recommendedBy ?? '')
  const by = recommender ? copy.by(maskName(recommender)) : words.store
  const { fonts, family } = fontsFor({
    400: [subtitle, words.fact, words.store, words.was, copy.scan, copy.note, '起'],
    700: [words.title, by, words.price.yuan, words.price.cents, '¥'],
  })
  const { width, height } = POSTER
  const tree = (
    <div style={{ display: 'flex', width, height, fontFamily: family, backgroundColor: colours.card }}>
      <PictureWindow picture={drawablePicture(facts.picture)} tone={facts.tone} width={width} seen={SEEN} />
      <Sheet words={words} subtitle={subtitle} isFrom={facts.isFrom} />
      <Invitation by={by} store={words.store} code={code.url} />
      <Note />
    </div>
  )
  const { renderJpeg } = await import('./render')
  return renderJpeg({ width, height, fonts, tree }, POSTER.maxBytes)
}
