/** From one decision per product to the four pictures of its gallery: main, another arrangement, in company, close up. */

import type { PictureSpec } from './arrange'
import type { Layout } from './layouts'
import type { ThingName } from './things'
import type { Tone } from './tones'

/** How a kind of goods is shown a second time, when the first picture already uses the usual arrangement. */
const secondLayouts = {
  loose: ['pile', 'basket'],
  fine: ['punnet', 'bowl'],
  cooked: ['board', 'solo'],
  baked: ['board', 'plate'],
  packed: ['row', 'duo'],
  cold: ['plate', 'ice'],
  flower: ['bouquet', 'vase'],
  potted: ['pots', 'solo'],
} as const satisfies Record<string, readonly [Layout, Layout]>

/** A product's picture as a person decides it; `beside` is what it is bought or eaten with. */
export type Still = {
  readonly kind: keyof typeof secondLayouts
  readonly tone: Tone
  readonly layout: Layout
  readonly things: readonly [ThingName, ...ThingName[]]
  readonly beside: ThingName
  readonly besideTone: Tone
}

export const galleryOf = (still: Still): readonly [PictureSpec, PictureSpec, PictureSpec, PictureSpec] => {
  const { kind, tone, layout, things, beside, besideTone } = still
  const [usual, otherwise] = secondLayouts[kind]
  const second: Layout = layout === usual ? otherwise : usual
  const company: PictureSpec['things'] = [things[0], beside]
  return [
    { tone, layout, things },
    { tone: besideTone, layout: second, things: second === 'board' || second === 'row' ? company : things },
    { tone: besideTone, layout: layout === 'duo' ? 'trio' : 'duo', things: company },
    { tone, layout: 'close', things: company },
  ]
}
