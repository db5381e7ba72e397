/** @jsxRuntime automatic */
/** The picture of an assist card in a chat, 5:4: what is asked, how many are missing, for what, and what a tap gives. */
import { assistAir } from './assist-air'
import { AssistRing } from './assist-ring'
import { assistCardWords, type AssistCardFacts, type AssistCardWords } from './assist-card-words'
import { colours } from './colours'
import { faceStyle, type Face } from './faces'
import { fontsFor } from './fonts'
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
        backgroundColor: colours.card,
      }}
    >
      {face.picture ? (
        <img
          src={face.picture}
          width={FACE}
          height={FACE}
          style={{ borderRadius: FACE / 2, objectFit: 'cover' }}
          alt=""
        />
      ) : (
        <div style={faceStyle(face, FACE)}>{face.sign}</div>
      )}
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
    </div>
  )
}

/** Draws the card as JPEG, 1000 × 800, at most 128 KB (WeChat's limit for the picture of a shared card). */
export const drawAssistCard = async (facts: AssistCardFacts & { readonly face: Face }): Promise<Buffer> => {
  const words = assistCardWords(facts)
  const { headline, over, figure, measure, title, second, mood } = words
  const { width, height } = CARD
  const { fonts, family } = fontsFor({
    400: [over, second],
    700: [headline, figure, measure, title, facts.face.sign],
  })
  const tree = (
    <div style={{ display: 'flex', width, height, fontFamily: family, backgroundColor: colours.card }}>
      <img
        src={assistAir(width, height - FOOT)}
        width={width}
        height={height - FOOT}
        style={{ position: 'absolute', left: 0, top: 0 }}
        alt=""
      />
      <div
        style={{
          display: 'flex',
          position: 'absolute',
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
      </div>
      <div style={{ display: 'flex', position: 'absolute', left: (width - RING.size) / 2, top: RING.top }}>
        <AssistRing words={words} facts={facts} size={RING.size} />
      </div>
      <Foot words={words} face={facts.face} />
    </div>
  )
  const { renderJpeg } = await import('./render')
  return renderJpeg({ width, height, fonts, tree }, CARD.maxBytes)
}
