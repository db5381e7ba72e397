/** The wide picture behind a banner's words: light on the left where the words go, goods on the right. */

import { slantedCanvas } from './backdrop'
import { layOver } from './canvas'
import { contactShadow } from './contact-shadow'
import { turned } from './draw-picture'
import { sprite } from './sprite'
import type { Canvas } from './canvas'
import type { ThingName } from './things'

/** `x` is the middle and `foot` the lowest point, both in heights of the banner from its right and top edge. */
export type BannerThing = {
  readonly thing: ThingName
  readonly x: number
  readonly foot: number
  readonly size: number
  readonly turn?: number
}

export type BannerSpec = {
  /** Colours from the left edge, at 48 %, and at the right edge. */
  readonly colours: readonly [string, string, string]
  readonly things: readonly BannerThing[]
}

export const composeBanner = async (spec: BannerSpec, width: number, height: number): Promise<Canvas> => {
  const canvas = slantedCanvas(spec.colours, width, height)
  for (const { thing, x, foot, size, turn = 0 } of spec.things) {
    const cut = await sprite(thing)
    const zoom = (size * height) / Math.max(cut.width, cut.height)
    const middle = { x: width - x * height, y: foot * height - (cut.height * zoom) / 2 }
    layOver(canvas, contactShadow({ x: middle.x, y: foot * height, width: cut.width * zoom }, height))
    layOver(canvas, await turned(cut, { zoom, radians: (turn * Math.PI) / 180, middle }))
  }
  return canvas
}
