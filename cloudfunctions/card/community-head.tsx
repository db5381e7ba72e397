/** @jsxRuntime automatic */
/** Who leads a community, what it is called and how many are in it: on its card beside each other, or one under the other where there is room. */
import type { ReactElement } from 'react'
import { colours } from './colours'
import type { CommunityCardWords } from './community-card-words'
import { RimmedFace, type Face } from './faces'
import { oneLine, severalLines } from './parts'
import { sizeThatFits } from './words-width'

/** The air of a community's page: morning on the left, leaves on the right. */
export const COMMUNITY_TONE = ['#FFE7D8', '#F3F8EC'] as const

type Props = {
  readonly words: Pick<CommunityCardWords, 'name' | 'who'>
  readonly face: Face
  readonly width: number
  readonly size: number
  readonly isStacked?: boolean
}

export const communityHead = ({ words: { name, who }, face, width, size, isStacked = false }: Props): ReactElement => {
  const gap = Math.round(size * 0.2)
  const room = isStacked ? width : width - size - gap
  const sizes = isStacked ? ([76, 68, 60, 54] as const) : ([64, 58, 52, 46] as const)
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: isStacked ? 'column' : 'row',
        alignItems: 'center',
        width,
        color: colours.ink,
      }}
    >
      <RimmedFace face={face} size={size} rim={8} />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          width: room,
          marginLeft: isStacked ? 0 : gap,
          marginTop: isStacked ? gap : 0,
          alignItems: isStacked ? 'center' : 'flex-start',
        }}
      >
        <div
          style={{
            ...severalLines(2),
            maxWidth: room,
            fontSize: sizeThatFits(name, room, sizes),
            lineHeight: 1.25,
            fontWeight: 700,
            textAlign: isStacked ? 'center' : 'left',
          }}
        >
          {name}
        </div>
        <div
          style={{
            ...oneLine,
            maxWidth: room,
            marginTop: 10,
            fontSize: sizeThatFits(who, room, [40, 36]),
            lineHeight: 1.35,
            color: colours.ink2,
          }}
        >
          {who}
        </div>
      </div>
    </div>
  )
}
