/** @jsxRuntime automatic */
/** 还差 1 人就成团, with its number standing out; a tick before 拼成了. On the card and on the poster. */
import type { ReactElement } from 'react'
import { colours } from './colours'
import type { GroupCardWords } from './group-card-words'

/** A white tick on leaf green. */
const TICK = `data:image/svg+xml;base64,${Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="12" fill="${colours.leaf}"/><path d="M6.8 12.4l3.5 3.5 6.9-7.3" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
).toString('base64')}`

type Place = { readonly top: number; readonly height: number; readonly scale?: number }

export const groupHeadline = (
  { headline: [before, figure, after], mood }: Pick<GroupCardWords, 'headline' | 'mood'>,
  { top, height, scale = 1 }: Place,
): ReactElement => (
  <div
    style={{
      display: 'flex',
      marginTop: top,
      height,
      alignItems: figure ? 'baseline' : 'center',
      color: mood === 'over' ? colours.ink2 : colours.ink,
      fontWeight: 700,
      fontSize: (figure ? 68 : 76) * scale,
    }}
  >
    {mood === 'done' && <img src={TICK} width={72 * scale} height={72 * scale} style={{ marginRight: 20 }} alt="" />}
    <span>{before}</span>
    {figure && <span style={{ margin: '0 22px', fontSize: 92 * scale, color: colours.accentFill }}>{figure}</span>}
    {after && <span>{after}</span>}
  </div>
)
