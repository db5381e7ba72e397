/** Turns a layout into places on a picture of any shape: sizes every thing, then fits the whole group to the table. */

import { layouts } from './layouts'
import { sprite } from './sprite'
import { thing } from './things'
import type { Layout, Slot } from './layouts'
import type { Sprite } from './sprite'
import type { ThingName } from './things'
import type { Tone } from './tones'

export type PictureSpec = {
  readonly tone: Tone
  readonly layout: Layout
  /** The goods, the main one first; a layout with more places goes through them again. */
  readonly things: readonly [ThingName, ...ThingName[]]
}

export type PictureSize = { readonly width: number; readonly height: number }

/** A thing with its middle, its zoom from sprite pixels, its angle, and the foot it stands on. All in picture pixels. */
export type Place = {
  readonly sprite: Sprite
  readonly slot: Slot
  readonly zoom: number
  readonly radians: number
  readonly middle: { readonly x: number; readonly y: number }
  readonly foot: { readonly x: number; readonly y: number; readonly width: number }
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Room for the group: its greatest width and height, where its middle should be, and its lowest foot at least and at most. */
type Room = {
  readonly width: number
  readonly height: number
  readonly middle: number
  readonly lowest: readonly [least: number, most: number]
}

/** In a square the group fills the middle; in a wide scene it stands above the foot that a share card lays over it. */
const roomIn = ({ width, height }: PictureSize): Room =>
  width > height
    ? { width: width * 0.78, height: height * 0.57, middle: height * 0.38, lowest: [height * 0.635, height * 0.665] }
    : { width: width * 0.87, height: height * 0.69, middle: height * 0.535, lowest: [height * 0.79, height * 0.885] }

/** A group is brought this near to its room and no nearer: a lone egg stays smaller than a melon. */
const GROW = { least: 0.6, most: 1.28 }

/** Box of a turned outline around the sprite's middle. */
const turnedBox = ({ outline, width, height }: Sprite, zoom: number, radians: number): Box => {
  const [cos, sin] = [Math.cos(radians) * zoom, Math.sin(radians) * zoom]
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const [x, y] of outline) {
    const [dx, dy] = [x - width / 2, y - height / 2]
    const [across, down] = [dx * cos - dy * sin, dx * sin + dy * cos]
    box.left = Math.min(box.left, across)
    box.right = Math.max(box.right, across)
    box.top = Math.min(box.top, down)
    box.bottom = Math.max(box.bottom, down)
  }
  return box
}

/** The thing at a slot: slots count round and round the picture's things, vessels are named outright. */
const nameAt = ({ of }: Slot, all: PictureSpec['things']): ThingName =>
  typeof of === 'string' ? of : (all[of % all.length] ?? all[0])

const unitPlace = async (slot: Slot, name: ThingName): Promise<Place & { box: Box }> => {
  const cut = await sprite(name)
  const scale = slot.alone ? 1 : (thing(name).scale ?? 1)
  const zoom = (slot.size * scale) / Math.max(cut.width, cut.height)
  const radians = ((slot.turn ?? 0) * Math.PI) / 180
  const around = turnedBox(cut, zoom, radians)
  const middle = { x: slot.x - (around.left + around.right) / 2, y: slot.y - around.bottom }
  const box = {
    left: middle.x + around.left,
    right: middle.x + around.right,
    top: middle.y + around.top,
    bottom: slot.y,
  }
  return { sprite: cut, slot, zoom, radians, middle, foot: { x: slot.x, y: slot.y, width: box.right - box.left }, box }
}

/** Where everything stands, back to front, for a picture of `size`. Close-ups run over the edge on purpose. */
export const arrange = async (spec: PictureSpec, size: PictureSize): Promise<{ places: Place[]; unit: number }> => {
  const slots: readonly Slot[] = layouts[spec.layout]
  const found = await Promise.all(slots.map((slot) => unitPlace(slot, nameAt(slot, spec.things))))
  const box: Box = {
    left: Math.min(...found.map((place) => place.box.left)),
    right: Math.max(...found.map((place) => place.box.right)),
    top: Math.min(...found.map((place) => place.box.top)),
    bottom: Math.max(...found.map((place) => place.box.bottom)),
  }
  const room = roomIn(size)
  const [wide, tall] = [box.right - box.left, box.bottom - box.top]
  const base = Math.min(size.width, size.height)
  const fit = Math.min(room.width / (wide * base), room.height / (tall * base), GROW.most)
  const unit = spec.layout === 'close' ? base : base * Math.max(GROW.least, fit)
  const [least, most] = room.lowest
  const lowest = Math.min(most, Math.max(least, room.middle + (tall * unit) / 2))
  const left = size.width / 2 - ((box.left + box.right) / 2) * unit
  const top = spec.layout === 'close' ? 0 : lowest - box.bottom * unit
  const places = found.map(({ box: _, ...place }) => ({
    ...place,
    zoom: place.zoom * unit,
    middle: { x: left + place.middle.x * unit, y: top + place.middle.y * unit },
    foot: { x: left + place.foot.x * unit, y: top + place.foot.y * unit, width: place.foot.width * unit },
  }))
  return { places, unit }
}
