/** A category's tile: one thing on its tone, no table. */

import { gradientCanvas } from './backdrop'
import { layOver } from './canvas'
import { turned } from './draw-picture'
import { sprite } from './sprite'
import { toneColours } from './tones'
import type { Canvas } from './canvas'
import type { ThingName } from './things'
import type { Tone } from './tones'

export type IconSpec = { readonly tone: Tone; readonly thing: ThingName }

/** A square of `size` pixels; screens round the corners. */
export const composeIcon = async ({ tone, thing }: IconSpec, size: number): Promise<Canvas> => {
  const { top, bottom } = toneColours(tone)
  const canvas = gradientCanvas([top, bottom], size, size)
  const cut = await sprite(thing)
  const zoom = (size * 0.72) / Math.max(cut.width, cut.height)
  layOver(canvas, await turned(cut, { zoom, radians: 0, middle: { x: size / 2, y: size * 0.49 } }))
  return canvas
}
