/**
 * The air and the table of a still life, painted on without an end: a scene can then stand smaller and aside on a card, and
 * no seam shows where its own picture stops. The same recipe as the scenes themselves (tone from top to bottom, light from
 * the top left, a white round table); a merchant's photo lies on it as a print.
 */

export type Place = { readonly left: number; readonly top: number; readonly width: number }

/** Measures in shares of the scene's width and height, as scenes are painted. */
const GRADIENT_END = 0.72
const LIGHT = { x: 0.28, y: 0.16, rx: 0.58, ry: 0.42, strength: 0.85 }
const TABLE = { top: 0.55, height: 0.9, halfWidth: 0.75, near: 0.92, far: 0.35, depth: 0.54 }

/** An SVG of `width` × `height` px as a data URL; the scene whose air it is would lie at `place`, 5:4. */
export const sceneAir = (tone: readonly [string, string], place: Place, width: number, height: number): string => {
  const { left, top, width: w } = place
  const h = w * 0.8
  const x = (share: number): number => left + share * w
  const y = (share: number): number => top + share * h
  const stop = (offset: number, colour: string, opacity = 1): string =>
    `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`
  const down = (id: string, from: number, to: number, stops: string): string =>
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${y(from)}" y2="${y(to)}">${stops}</linearGradient>`
  const all = `x="0" y="0" width="${width}" height="${height}"`
  const light = `translate(${x(LIGHT.x)} ${y(LIGHT.y)}) scale(${LIGHT.rx * w} ${LIGHT.ry * h})`
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>`,
    down('air', 0, GRADIENT_END, stop(0, tone[0]) + stop(1, tone[1])),
    `<radialGradient id="light" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="${light}">`,
    `${stop(0, '#fff', LIGHT.strength)}${stop(1, '#fff', 0)}</radialGradient>`,
    down('table', TABLE.top, TABLE.top + TABLE.depth, stop(0, '#fff', TABLE.near) + stop(1, '#fff', TABLE.far)),
    `</defs><rect ${all} fill="url(#air)"/><rect ${all} fill="url(#light)"/>`,
    `<ellipse cx="${x(0.5)}" cy="${y(TABLE.top + TABLE.height / 2)}" rx="${TABLE.halfWidth * w}" ry="${(TABLE.height / 2) * h}" fill="url(#table)"/>`,
    `</svg>`,
  ].join('')
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
