/** Light for drawn things: the shop's lamp stands at the top left, so every round body runs light, own colour, shade. */

const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))

/** `share` of the way from colour `a` to colour `b`, both `#RRGGBB`. */
export const mix = (a: string, b: string, share: number): string => {
  const to = channels(b)
  const middle = channels(a).map((channel, i) => Math.round(channel + ((to[i] ?? channel) - channel) * share))
  return `#${middle.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

export const lit = (colour: string, share: number): string => mix(colour, '#FFFFFF', share)
/** Shade is never grey: it leans to a warm plum, as in the emoji that stand beside the drawn things. */
export const shaded = (colour: string, share: number): string => mix(colour, '#6B2F4A', share)

type Stop = readonly [offset: number, colour: string, opacity?: number]

export const gradient = (id: string, direction: 'across' | 'down', stops: readonly Stop[]): string => {
  const [x2, y2] = direction === 'across' ? [1, 0.12] : [0.12, 1]
  const parts = stops.map(
    ([at, colour, opacity = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
  )
  return `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${parts.join('')}</linearGradient>`
}

/** A round body of one colour, lit from the left, with a thin bounce of light on its far edge. */
export const roundBody = (id: string, colour: string): string =>
  gradient(id, 'across', [
    [0, lit(colour, 0.12)],
    [0.22, lit(colour, 0.34)],
    [0.55, colour],
    [0.9, shaded(colour, 0.17)],
    [1, shaded(colour, 0.12)],
  ])

export const blur = (id: string, by: number): string =>
  `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${by}"/></filter>`

export const svg = (width: number, height: number, defs: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `<defs>${defs}</defs>${body}</svg>`
