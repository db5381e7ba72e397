/** @jsxRuntime automatic */
/** The ring of an assist card, an arc a friend, with how many are missing in its middle. On the card and on the poster. */
import { assistArcs } from './assist-air'
import type { AssistCardFacts, AssistCardWords } from './assist-card-words'
import { colours } from './colours'

type Props = {
  readonly words: AssistCardWords
  readonly facts: Pick<AssistCardFacts, 'helpers' | 'helped'>
  readonly size: number
}

export const AssistRing = ({ words: { over, figure, measure, mood }, facts, size }: Props) => {
  const { helpers, helped } = facts
  const whole = { position: 'absolute', left: 0, top: 0, width: size, height: size } as const
  const scale = size / 368
  return (
    <div style={{ display: 'flex', position: 'relative', width: size, height: size }}>
      <img src={assistArcs({ size, helpers, helped, mood })} width={size} height={size} style={whole} alt="" />
      <div
        style={{ display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', ...whole }}
      >
        {over && <div style={{ display: 'flex', fontSize: 40 * scale, color: colours.ink2 }}>{over}</div>}
        <div style={{ display: 'flex', alignItems: 'baseline', fontWeight: 700, lineHeight: 1.1 }}>
          {figure && (
            <span
              style={{
                fontSize: 112 * scale,
                marginRight: 12 * scale,
                color: mood === 'over' ? colours.ink2 : colours.accentFill,
              }}
            >
              {figure}
            </span>
          )}
          <span
            style={{ fontSize: (figure ? 48 : 64) * scale, color: mood === 'done' ? colours.leafInk : colours.ink }}
          >
            {measure}
          </span>
        </div>
      </div>
    </div>
  )
}
