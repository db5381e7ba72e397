/** @jsxRuntime automatic */
/** The picture of a group's chat card, 5:4: how many are missing, who is there, until when, what, and for how much. */
import type { EpochMs } from '@/domain/time'
import { colours } from './colours'
import { Faces, type Face } from './faces'
import { fontsFor } from './fonts'
import { BESIDE, CARD, EDGE, fitFoot } from './foot-fit'
import { groupHeadline } from './group-headline'
import { groupWords, type GroupCardFacts, type GroupWords } from './group-words'
import { oneLine, Price } from './parts'
import { drawablePicture, isScene, type DrawablePicture } from './picture-data'
import { sceneAir, type Place } from './scene-air'

const FOOT = 216
const SEEN = CARD.height - FOOT
/** A scene stands on the left, small enough that the headline is above it and the panel beside it. */
const SCENE: Place = { left: -34, top: 166, width: 700 }
/** A photo lies there as a print. */
const PRINT = { left: EDGE, top: 176, width: 508, height: 364, rim: 10 }
const TABLE: Place = { left: 0, top: 56, width: CARD.width }
const PANEL = { right: 48, top: 200, width: 352, height: 316 }

/** In the seat that is the reader's. */
const YOU = '你'

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

type PanelProps = { readonly words: GroupWords; readonly faces: readonly Face[]; readonly free: number }

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
    {faces.length + free > 0 && <Faces faces={faces} free={free} you={YOU} />}
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

const Foot = ({ words, isFrom }: { readonly words: GroupWords; readonly isFrom: boolean }) => {
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
  const words = groupWords(facts, now)
  const { headline, count, moment, title, second, price, alone, mood } = words
  const free = mood === 'open' ? facts.size - facts.faces.length : 0
  const { fonts, family } = fontsFor({
    400: [moment, second, alone, '起'],
    700: [...headline, count, title, YOU, ...facts.faces.map(({ sign }) => sign), price.yuan, price.cents, '¥'],
  })
  const { width, height } = CARD
  const tree = (
    <div style={{ display: 'flex', width, height, fontFamily: family, backgroundColor: colours.card }}>
      <Air picture={drawablePicture(facts.picture)} tone={facts.tone} />
      <div style={{ display: 'flex', position: 'absolute', left: EDGE, top: 0 }}>
        {groupHeadline(words, { top: 44, height: 110 })}
      </div>
      <Panel words={words} faces={facts.faces} free={free} />
      <Foot words={words} isFrom={facts.isFrom} />
    </div>
  )
  const { renderJpeg } = await import('./render')
  return renderJpeg({ width, height, fonts, tree }, CARD.maxBytes)
}
