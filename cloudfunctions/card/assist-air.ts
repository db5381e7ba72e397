/** The air of an assist card, and its ring with an arc a friend: pictures of their own, as SVG data URLs. */
import type { AssistCardWords } from './assist-card-words'
import { colours } from './colours'

const url = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`

/** A ticket lying about, torn at the fold. */
const ticket = (x: number, y: number, turn: number, scale: number): string => `
<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">
  <path d="M18 6H172a18 18 0 0 1 18 18V96a18 18 0 0 1-18 18H18A18 18 0 0 1 0 96V24A18 18 0 0 1 18 6Z" fill="#6E3219" fill-opacity=".07" transform="translate(3 8)"/>
  <path d="M18 0H52a12 12 0 0 0 24 0H172a18 18 0 0 1 18 18V90a18 18 0 0 1-18 18H76a12 12 0 0 0-24 0H18A18 18 0 0 1 0 90V18A18 18 0 0 1 18 0Z" fill="#fff"/>
  <path d="M64 20V88" stroke="${colours.accentLine}" stroke-width="4" stroke-dasharray="7 7"/>
  <rect x="92" y="34" width="70" height="12" rx="6" fill="${colours.accentLine}"/><rect x="92" y="60" width="44" height="12" rx="6" fill="${colours.accentSoft}"/>
  <circle cx="32" cy="54" r="15" fill="${colours.accent}" fill-opacity=".82"/>
</g>`

/** Warm from the top left, a white round table at the foot. */
export const assistAir = (width: number, height: number): string =>
  url(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
<linearGradient id="air" x1="0" x2="0" y1="0" y2="1"><stop stop-color="#FFE9BF"/><stop offset="1" stop-color="#FFF6E6"/></linearGradient>
<radialGradient id="light" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="translate(${width * 0.24} ${height * 0.3}) scale(${width * 0.5} ${height * 0.6})"><stop stop-color="#fff" stop-opacity=".8"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
<rect width="${width}" height="${height}" fill="url(#air)"/><rect width="${width}" height="${height}" fill="url(#light)"/>
<ellipse cx="${width / 2}" cy="${height * 1.42}" rx="${width * 0.72}" ry="${height * 0.54}" fill="#fff" fill-opacity=".88"/>
${ticket(46, 150, -16, 0.95)}${ticket(770, 96, 13, 1)}${ticket(62, 400, 11, 0.8)}${ticket(800, 372, -12, 0.85)}</svg>`)

const STROKE = 32
/** Degrees left free between two round ends. */
const GAP = 5

const pointOn = (size: number, degrees: number): string => {
  const [turn, radius] = [((degrees - 90) * Math.PI) / 180, (size - STROKE) / 2]
  return `${(size / 2 + radius * Math.cos(turn)).toFixed(1)} ${(size / 2 + radius * Math.sin(turn)).toFixed(1)}`
}

type Ring = {
  readonly size: number
  readonly helpers: number
  readonly helped: number
  readonly mood: AssistCardWords['mood']
}

const TAKEN = { open: colours.accent, done: colours.leaf, over: '#C9BFB6' } as const

/** One arc a friend, clockwise from twelve; on a white disc. */
export const assistArcs = ({ size, helpers, helped, mood }: Ring): string => {
  const [each, radius] = [360 / helpers, (size - STROKE) / 2]
  const margin = (STROKE / 2 / radius) * (180 / Math.PI) + GAP / 2
  const isLong = each - 2 * margin > 180 ? 1 : 0
  const arcs = Array.from({ length: helpers }, (_, nth) => {
    const [from, to] = [pointOn(size, nth * each + margin), pointOn(size, (nth + 1) * each - margin)]
    const colour = nth < helped ? TAKEN[mood] : '#FBE6DB'
    return `<path d="M${from}A${radius} ${radius} 0 ${isLong} 1 ${to}" stroke="${colour}"/>`
  })
  return url(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><circle cx="${size / 2}" cy="${size / 2}" r="${size / 2}" fill="#fff"/>
<g fill="none" stroke-width="${STROKE}" stroke-linecap="round">${arcs.join('')}</g></svg>`)
}
