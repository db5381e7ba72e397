/** Arcs on a circle, one a seat, as a mask: the colour under it stays a token. Angles in degrees, clockwise from twelve o'clock. */
export type Circle = {
  /** In a box of 100 × 100. */
  readonly radius: number
  readonly stroke: number
  /** Degrees left free between two round ends. */
  readonly gap: number
}

const pointOn = ({ radius }: Circle, degrees: number): string => {
  const turn = ((degrees - 90) * Math.PI) / 180
  return `${(50 + radius * Math.cos(turn)).toFixed(1)} ${(50 + radius * Math.sin(turn)).toFixed(1)}`
}

/** The style of an element that shows an arc of `360 / seats` degrees from each angle in `starts`. */
export const arcMask = (circle: Circle, seats: number, starts: readonly number[]): string => {
  const { radius, stroke, gap } = circle
  const each = 360 / seats
  const margin = seats === 1 ? 0.01 : (stroke / 2 / radius) * (180 / Math.PI) + gap / 2
  const isLong = each - 2 * margin > 180 ? 1 : 0
  const paths = starts.map((start) => {
    const [from, to] = [pointOn(circle, start + margin), pointOn(circle, start + each - margin)]
    return `M${from}A${radius} ${radius} 0 ${isLong} 1 ${to}`
  })
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' fill='none' stroke='%23000' stroke-width='${stroke}' stroke-linecap='round'%3E%3Cpath d='${paths.join('')}'/%3E%3C/svg%3E`
  return `--i:url("data:image/svg+xml,${svg}")`
}
