/** @jsxRuntime automatic */
/** The picture of an assist card in a chat, 5:4: what is asked, how many are missing, for what, and what a tap gives. */
import { assistAir } from './assist-air'
import { AssistRing } from './assist-ring'
import { assistCardWords, type AssistCardFacts, type AssistCardWords } from './assist-card-words'
import { colours } from './colours'
import { FootBox, renderCard } from './card-frame'
import { RoundFace, type Face } from './faces'
import { CARD, EDGE } from './foot-fit'
import { oneLine } from './parts'
import { sizeThatFits } from './words-width'

const FOOT = 232
const RING = { size: 368, top: 156 }
const FACE = 120
const GAP = 28

const Foot = ({ words: { title, second }, face }: { readonly words: AssistCardWords; readonly face: Face }) => {
  const left = CARD.width - 2 * EDGE - FACE - GAP
  return (
    <FootBox height={FOOT}>
      <RoundFace face={face} size={FACE} />
      <div style={{ display: 'flex', flexDirection: 'column', marginLeft: GAP, width: left }}>
        <div
          style={{
            ...oneLine,
            fontSize: sizeThatFits(title, left, [50, 46, 42, 38]),
            lineHeight: 1.36,
            fontWeight: 700,
            color: colours.ink,
          }}
        >
          {title}
        </div>
        <div
          style={{
            ...oneLine,
            marginTop: 4,
            fontSize: sizeThatFits(second, left, [38, 34]),
            lineHeight: 1.47,
            color: colours.ink2,
          }}
        >
          {second}
        </div>
      </div>
    </FootBox>
  )
}

/** Draws the card as JPEG, 1000 × 800, at most 128 KB. */
export const drawAssistCard = (facts: AssistCardFacts & { readonly face: Face }): Promise<Buffer> => {
  const words = assistCardWords(facts)
  const { headline, over, figure, measure, title, second, mood } = words
  const { width, height } = CARD
  const seen = height - FOOT
  const above = { display: 'flex', position: 'absolute' } as const
  return renderCard({
    words: { 400: [over, second], 700: [headline, figure, measure, title, facts.face.sign] },
    children: [
      <img
        key="air"
        src={assistAir(width, seen)}
        width={width}
        height={seen}
        style={{ position: 'absolute', left: 0, top: 0 }}
        alt=""
      />,
      <div
        key="head"
        style={{
          ...above,
          left: 0,
          top: 44,
          width,
          justifyContent: 'center',
          fontSize: 60,
          lineHeight: 1.4,
          fontWeight: 700,
          color: mood === 'over' ? colours.ink2 : colours.ink,
        }}
      >
        {headline}
      </div>,
      <div key="ring" style={{ ...above, left: (width - RING.size) / 2, top: RING.top }}>
        <AssistRing words={words} facts={facts} size={RING.size} />
      </div>,
      <Foot key="foot" words={words} face={facts.face} />,
    ],
  })
}
