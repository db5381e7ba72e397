/** Faces on a soft tint, resting near the lower edge, as the design's avatars do. */

import { gradientCanvas } from './backdrop'
import { layOver } from './canvas'
import { turned } from './draw-picture'
import { cutOut } from './sprite'
import type { Canvas } from './canvas'

export type AvatarSpec = { readonly emoji: string; readonly tint: keyof typeof tints }

const tints = {
  apricot: ['#FFDCC4', '#FFF0E4'],
  mint: ['#D6EDDA', '#EEF8EF'],
  honey: ['#FFE9BF', '#FFF6E0'],
  petal: ['#F8DCE8', '#FEF2F7'],
  sky: ['#D8E8F8', '#F0F7FD'],
  lilac: ['#E6DDF7', '#F7F3FE'],
} as const

/** A square of `size` pixels; screens cut the circle. */
export const composeAvatar = async ({ emoji, tint }: AvatarSpec, size: number): Promise<Canvas> => {
  const canvas = gradientCanvas(tints[tint], size, size)
  const face = await cutOut({ emoji })
  const zoom = (size * 0.74) / Math.max(face.width, face.height)
  const height = face.height * zoom
  const middle = { x: size / 2, y: size * 0.94 - height / 2 }
  layOver(canvas, await turned(face, { zoom, radians: 0, middle }))
  return canvas
}
