/** @jsxRuntime automatic */
/** The picture of a group's chat card, 5:4: how many are missing, who is there, until when, what, and for how much. */
import type { EpochMs } from '@/domain/time'
import { CardAir, CardFoot, FOOT, renderCard } from './card-frame'
import { colours } from './colours'
import { Faces, type Face } from './faces'
import { CARD, EDGE } from './foot-fit'
import { groupHeadline } from './group-headline'
import { groupWords, type GroupCardFacts, type GroupWords } from './group-words'
import { drawablePicture, isScene, type DrawablePicture } from './picture-data'
import type { Place } from './scene-air'

const SEEN = CARD.height - FOOT
/** A scene stands on the left, small enough that the headline is above it and the panel beside it. */
const SCENE: Place = { left: -34, top: 166, width: 700 }
/** A photo lies there as a print. */
const PRINT = { left: EDGE, top: 176, width: 508, height: 364, rim: 10 }
const TABLE: Place = { left: 0, top: 56, width: CARD.width }
const PANEL = { right: 48, top: 200, width: 352, height: 316 }

/** In the seat that is the reader's. */
const YOU = '你'

type StillProps = { readonly picture: DrawablePicture | null; readonly tone: readonly [string, string] }

const Still = ({ picture, tone }: StillProps) => {
  const scene = picture && isScene(picture) ? picture : null
  const { left, top, width } = SCENE
  const { rim } = PRINT
  return (
    <div style={{ display: 'flex', position: 'absolute', left: 0, top: 0, width: CARD.width, height: SEEN }}>
      <CardAir tone={tone} place={scene ? SCENE : TABLE} />
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

/** Draws the card as JPEG, 1000 × 800, at most 128 KB. */
export const drawGroupCard = (facts: GroupCardFacts, now: EpochMs): Promise<Buffer> => {
  const words = groupWords(facts, now)
  const { headline, count, moment, title, second, price, alone, mood } = words
  const free = mood === 'open' ? facts.size - facts.faces.length : 0
  return renderCard({
    words: {
      400: [moment, second, alone, '起'],
      700: [...headline, count, title, YOU, ...facts.faces.map(({ sign }) => sign), price.yuan, price.cents, '¥'],
    },
    children: [
      <Still key="still" picture={drawablePicture(facts.picture)} tone={facts.tone} />,
      <div key="head" style={{ display: 'flex', position: 'absolute', left: EDGE, top: 0 }}>
        {groupHeadline(words, { top: 44, height: 110 })}
      </div>,
      <Panel key="panel" words={words} faces={facts.faces} free={free} />,
      <CardFoot key="foot" title={title} second={second} price={price} beside={alone} isFrom={facts.isFrom} />,
    ],
  })
}
