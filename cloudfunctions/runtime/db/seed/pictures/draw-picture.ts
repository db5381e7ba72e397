/** Draws one still life: tone and table, then the shadows of what stands there, then the things from back to front. */

import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { arrange } from './arrange'
import { backdrop } from './backdrop'
import { layOver } from './canvas'
import { contactShadow } from './contact-shadow'
import type { PictureSize, PictureSpec, Place } from './arrange'
import type { Canvas, Layer } from './canvas'
import type { Sprite } from './sprite'

/** Below this zoom a sprite is halved first: turning it straight down would drop pixels. */
const HALVE_BELOW = 0.62

const rgba = ({ width, height }: { width: number; height: number }) => ({ width, height, channels: 4 }) as const

/** A sprite turned and zoomed about its middle. sharp keeps colour and opacity apart, so no edge turns dark or light. */
export const turned = async (
  sprite: Sprite,
  { zoom, radians, middle }: Pick<Place, 'zoom' | 'radians' | 'middle'>,
): Promise<Layer> => {
  const source = zoom < HALVE_BELOW ? sprite.half() : sprite.whole
  const scale = (zoom * sprite.whole.width) / source.width
  const [cos, sin] = [Math.cos(radians) * scale, Math.sin(radians) * scale]
  const { data, info } = await sharp(source.data, { raw: rgba(source) })
    .affine([cos, -sin, sin, cos], { background: { r: 0, g: 0, b: 0, alpha: 0 }, interpolator: 'bicubic' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { data, width, height, left: Math.round(middle.x - width / 2), top: Math.round(middle.y - height / 2) }
}

const softened = async (layer: Layer, by: number): Promise<Layer> => {
  return {
    ...layer,
    data: await sharp(layer.data, { raw: rgba(layer) })
      .blur(by)
      .raw()
      .toBuffer(),
  }
}

const render = async (place: Place, unit: number): Promise<Layer> => {
  const layer = await turned(place.sprite, place)
  return place.slot.blur ? softened(layer, place.slot.blur * unit) : layer
}

/** The picture as raw RGB; the same spec and size always give the same bytes. */
export const composePicture = async (spec: PictureSpec, size: PictureSize): Promise<Canvas> => {
  const { places, unit } = await arrange(spec, size)
  const layers = await Promise.all(places.map((place) => render(place, unit)))
  const air = backdrop(spec.tone, size.width, size.height)
  const canvas = { ...air, pixels: Uint8ClampedArray.from(air.pixels) }
  for (const { slot, foot } of places) if (!slot.held) layOver(canvas, contactShadow(foot, unit))
  for (const layer of layers) layOver(canvas, layer)
  return canvas
}

export const canvasImage = ({ pixels, width, height }: Canvas): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 3 } })

/** Draws `spec` as webp; about 60 ms for 750 × 750. */
export const drawPicture = async (spec: PictureSpec, size: PictureSize): Promise<Buffer> =>
  canvasImage(await composePicture(spec, size))
    .webp({ quality: 84, effort: 1 })
    .toBuffer()
