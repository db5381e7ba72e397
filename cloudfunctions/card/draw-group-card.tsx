/** @jsxRuntime automatic */
/** The picture of a group's chat card, 5:4: how many are missing, who is there, until when, what, and for how much. */
import { yuanText, type Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import { colours } from './colours'
import { Faces, type Face } from './faces'
import { fontsFor } from './fonts'
import { BESIDE, CARD, EDGE, fitFoot } from './foot-fit'
import { groupCardWords, type GroupCardStory, type GroupCardWords } from './group-card-words'
import { oneLine, Price } from './parts'
import { drawablePicture, isScene, type DrawablePicture } from './picture-data'
import { plainWords } from './plain-words'
import { priceWords, type PriceWords } from './price-words'
import { sceneAir, type Place } from './scene-air'

export type GroupCardFacts = GroupCardStory & {
  readonly title: string
  readonly storeName: string
  /** Of the SKU that costs least in the group, and what that one costs alone. */
  readonly priceFen: Fen
  readonly aloneFen: Fen
  readonly isFrom: boolean
  /** One thing that is true of the product; said where the group has nothing more to promise. */
  readonly fact: string | null
  readonly faces: readonly Face[]
  /** JPEG or PNG, at best the 5:4 scene; null draws the tone alone. */
  readonly picture: Uint8Array | null
  readonly tone: readonly [string, string]
}

const FOOT = 216
const SEEN = CARD.height - FOOT
/** A scene stands on the left, small enough that the headline is above it and the panel beside it. */
const SCENE: Place = { left: -34, top: 166, width: 700 }
/** A photo lies there as a print. */
const PRINT = { left: EDGE, top: 176, width: 508, height: 364, rim: 10 }
const TABLE: Place = { left: 0, top: 56, width: CARD.width }
const PANEL = { right: 48, top: 200, width: 352, height: 316 }

const copy = {
  you: '你',
  alone: (price: Fen): string => `单独买 ¥${yuanText(price)}`,
} as const

type Words = GroupCardWords & {
  readonly title: string
  readonly second: string
  readonly price: PriceWords
  readonly alone: string
}

const wordsOf = (facts: GroupCardFacts, now: EpochMs): Words => {
  const said = groupCardWords(facts, now)
  const store = plainWords(facts.storeName)
  return {
    ...said,
    title: plainWords(facts.title) || store,
    second: said.promise || plainWords(facts.fact ?? '').slice(0, 18) || store,
    price: priceWords(facts.priceFen),
    alone: facts.aloneFen > facts.priceFen ? copy.alone(facts.aloneFen) : '',
  }
}

type AirProps = { readonly picture: DrawablePicture | null; readonly tone: readonly [string, string] }

const Air = ({ picture, tone }: AirProps) => {
  const scene = picture && isScene(picture) ? picture : null
  const { left, top, width } = SCENE
  const { rim } = PRINT
  return (
    <div style={{ display: 'flex', position: 'absolute', left: 0, top: 0, width: CARD.width, height: SEEN }}>
      <img
        src={sceneAir(tone, scene ? SCENE : TABLE, CARD.width, SEEN)}
        width={CARD.width}
        height={SEEN}
        style={{ position: 'absolute', left: 0, top: 0 }}
        alt=""
      />
      {scene && (
        <img src={scene.url} width={width} height={width * 0.8} style={{ position: 'absolute', left, top }} alt="" />
      )}
      {picture && !scene && (
        <div
          style={{
            display: 'flex',
            position: 'absolute',
            left: PRINT.left - rim,
            top: PRINT.top - rim,
            padding: rim,
            borderRadius: 36,
            backgroundColor: colours.card,
          }}
        >
          <img
            src={picture.url}
            width={PRINT.width}
            height={PRINT.height}
            style={{ borderRadius: 28, objectFit: 'cover' }}
            alt=""
          />
        </div>
      )}
    </div>
  )
}

/** A white tick on leaf green, beside 拼成了. */
const TICK = `data:image/svg+xml;base64,${Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="12" fill="${colours.leaf}"/><path d="M6.8 12.4l3.5 3.5 6.9-7.3" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
).toString('base64')}`

const Headline = ({ headline: [before, figure, after], mood }: Words) => (
  <div
    style={{
      display: 'flex',
      position: 'absolute',
      left: EDGE,
      top: 44,
      height: 110,
      alignItems: figure ? 'baseline' : 'center',
      color: mood === 'over' ? colours.ink2 : colours.ink,
      fontWeight: 700,
      fontSize: figure ? 68 : 76,
    }}
  >
    {mood === 'done' && <img src={TICK} width={72} height={72} style={{ marginRight: 20 }} alt="" />}
    <span>{before}</span>
    {figure && <span style={{ margin: '0 22px', fontSize: 92, color: colours.accentFill }}>{figure}</span>}
    {after && <span>{after}</span>}
  </div>
)

type PanelProps = { readonly words: Words; readonly faces: readonly Face[]; readonly free: number }

const Panel = ({ words: { count, moment, mood }, faces, free }: PanelProps) => (
  <div
    style={{
      display: 'flex',
      flexDirection: 'column',
      position: 'absolute',
      boxSizing: 'border-box',
      ...PANEL,
      alignItems: 'center',
      justifyContent: 'center',
      borderRadius: 48,
      backgroundColor: 'rgba(255,255,255,.92)',
    }}
  >
    {faces.length + free > 0 && <Faces faces={faces} free={free} you={copy.you} />}
    <div
      style={{ display: 'flex', marginTop: 26, fontSize: 42, lineHeight: 1.33, fontWeight: 700, color: colours.ink }}
    >
      {count}
    </div>
    {moment && (
      <div
        style={{
          display: 'flex',
          marginTop: 2,
          fontSize: 34,
          lineHeight: 1.4,
          color: mood === 'open' ? colours.ink2 : colours.leafInk,
        }}
      >
        {moment}
      </div>
    )}
  </div>
)

const Foot = ({ words, isFrom }: { readonly words: Words; readonly isFrom: boolean }) => {
  const { title, second, price, alone } = words
  const sizes = fitFoot({ title, second, price, beside: alone, isFrom })
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
        {second && second !== title && (
          <div style={{ ...oneLine, marginTop: 8, fontSize: sizes.secondSize, lineHeight: 1.3, color: colours.ink2 }}>
            {second}
          </div>
        )}
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-end' }}>
        <Price {...price} size={sizes.priceSize} isFrom={isFrom} />
        {alone && <span style={{ marginTop: 8, fontSize: BESIDE, lineHeight: 1.3, color: colours.ink2 }}>{alone}</span>}
      </div>
    </div>
  )
}

/** Draws the card as JPEG, 1000 × 800, at most 128 KB (WeChat's limit for the picture of a shared card). */
export const drawGroupCard = async (facts: GroupCardFacts, now: EpochMs): Promise<Buffer> => {
  const words = wordsOf(facts, now)
  const { headline, count, moment, title, second, price, alone, mood } = words
  const free = mood === 'open' ? facts.size - facts.faces.length : 0
  const { fonts, family } = fontsFor({
    400: [moment, second, alone, '起'],
    700: [...headline, count, title, copy.you, ...facts.faces.map(({ sign }) => sign), price.yuan, price.cents, '¥'],
  })
  const { width, height } = CARD
  const tree = (
    <div style={{ display: 'flex', width, height, fontFamily: family, backgroundColor: colours.card }}>
      <Air picture={drawablePicture(facts.picture)} tone={facts.tone} />
      <Headline {...words} />
      <Panel words={words} faces={facts.faces} free={free} />
      <Foot words={words} isFrom={facts.isFrom} />
    </div>
  )
  const { renderJpeg } = await import('./render')
  return renderJpeg({ width, height, fonts, tree }, CARD.maxBytes)
}
