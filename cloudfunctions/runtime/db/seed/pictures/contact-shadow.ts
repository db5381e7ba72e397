/** Where a thing touches the table: a dark thin core in a wide soft pool, both warm. */

import type { Layer } from './canvas'

export type Foot = { readonly x: number; readonly y: number; readonly width: number }

/** A bell along one axis. The product of two is a bell around a point, and two arrays cost less than a plane. */
const bell = (length: number, radius: number, sharpness: number): Float64Array =>
  Float64Array.from({ length }, (_, at) => {
    const distance = ((at + 0.5 - length / 2) / radius) * sharpness
    return Math.exp(-2.2 * distance * distance)
  })

/** The shadow under a foot; `unit` is the picture's measure in pixels. */
export const contactShadow = (foot: Foot, unit: number): Layer => {
  const [rx, ry] = [foot.width * 0.52, Math.max(foot.width * 0.085, unit * 0.016)]
  const [width, height] = [Math.ceil(rx * 2.8), Math.ceil(ry * 3.2)]
  const [poolX, poolY, coreX, coreY] = [
    bell(width, rx, 1),
    bell(height, ry, 1),
    bell(width, rx, 1.9),
    bell(height, ry, 2.6),
  ]
  const data = new Uint8Array(width * height * 4)
  for (let row = 0, at = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1, at += 4) {
      const pool = (poolX[column] ?? 0) * (poolY[row] ?? 0)
      const core = (coreX[column] ?? 0) * (coreY[row] ?? 0)
      data[at] = 110
      data[at + 1] = 60
      data[at + 2] = 34
      data[at + 3] = 255 * (0.17 * pool + 0.16 * core) + 0.5
    }
  }
  const left = Math.round(foot.x - width / 2)
  const top = Math.round(foot.y - unit * 0.004 - height / 2)
  return { data, width, height, left, top }
}
