/** The still air of every picture: a tone from top to bottom, light from the top left, a white round table. */

import { rgb, toneRgb } from './tones'
import type { Canvas } from './canvas'
import type { Tone } from './tones'

const TABLE_HEIGHT = 0.9
const TABLE_HALF_WIDTH = 0.75
const GRADIENT_END = 0.72

const clamp = (n: number): number => Math.min(1, Math.max(0, n))

/** The same speckle for the same pixel, −0.5…0.5: hides the steps of a soft gradient in eight bits. */
const speckle = (x: number, y: number): number => {
  const wave = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453
  return wave - Math.floor(wave) - 0.5
}

/** The table's far edge. It is higher in a wide scene, whose lower quarter goes under the foot of a share card. */
const tableTop = (width: number, height: number): number => (width > height ? 0.55 : 0.62)

/** How much of the table's white lies over (x, y), both 0…1 of the picture; `soft` is half a pixel in the same measure. */
const tableLight = (x: number, y: number, top: number, soft: number): number => {
  const across = ((x - 0.5) / TABLE_HALF_WIDTH) ** 2
  if (across >= 1) return 0
  const edge = top + (TABLE_HEIGHT / 2) * (1 - Math.sqrt(1 - across))
  const inside = clamp((y - edge) / (2 * soft) + 0.5)
  const depth = clamp((y - top) / (TABLE_HEIGHT * 0.6))
  return inside * (0.92 - 0.57 * depth)
}

const windowLight = (x: number, y: number): number => 0.85 * clamp(1 - Math.hypot((x - 0.28) / 0.58, (y - 0.16) / 0.42))

const paint = (tone: Tone, width: number, height: number): Canvas => {
  const { top, bottom } = toneRgb(tone)
  const table = tableTop(width, height)
  const pixels = new Uint8ClampedArray(width * height * 3)
  for (let row = 0, at = 0; row < height; row += 1) {
    const y = (row + 0.5) / height
    const down = clamp(y / GRADIENT_END)
    for (let column = 0; column < width; column += 1) {
      const x = (column + 0.5) / width
      const light = 1 - (1 - windowLight(x, y)) * (1 - tableLight(x, y, table, 0.7 / height))
      const noise = speckle(column, row)
      for (const channel of [0, 1, 2] as const) {
        const base = top[channel] + (bottom[channel] - top[channel]) * down
        pixels[at++] = base + (255 - base) * light + noise
      }
    }
  }
  return { width, height, pixels }
}

const painted = new Map<string, Canvas>()

/** Painted once for each tone and size; 25 ms for 750 × 750, then nothing. */
export const backdrop = (tone: Tone, width: number, height: number): Canvas => {
  const key = `${tone} ${width} ${height}`
  const ready = painted.get(key) ?? paint(tone, width, height)
  painted.set(key, ready)
  return ready
}

type Rgb = ReturnType<typeof rgb>

const fill = (width: number, height: number, colourAt: (x: number, y: number) => Rgb): Canvas => {
  const pixels = new Uint8ClampedArray(width * height * 3)
  for (let row = 0, at = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const noise = speckle(column, row)
      for (const channel of colourAt((column + 0.5) / width, (row + 0.5) / height)) pixels[at++] = channel + noise
    }
  }
  return { width, height, pixels }
}

const between = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
]

/** Two colours from top to bottom: avatars and category tiles. */
export const gradientCanvas = ([top, bottom]: readonly [string, string], width: number, height: number): Canvas => {
  const [from, to] = [rgb(top), rgb(bottom)]
  return fill(width, height, (_, y) => between(from, to, y))
}

/** Three colours from the left to the lower right, the middle one at 48 %: banners. */
export const slantedCanvas = (colours: readonly [string, string, string], width: number, height: number): Canvas => {
  const [from, middle, to] = [rgb(colours[0]), rgb(colours[1]), rgb(colours[2])]
  return fill(width, height, (x, y) => {
    const along = clamp(x * 0.88 + y * 0.12)
    return along < 0.48 ? between(from, middle, along / 0.48) : between(middle, to, (along - 0.48) / 0.52)
  })
}
