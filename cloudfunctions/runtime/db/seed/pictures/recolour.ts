/** Gives an emoji another colour of the same thing: green grapes, a yellow pepper, a white egg. */

/** Repaints what has a hue between `from` and `to` (degrees, may wrap past 360) from its own shade to its own light. */
export type Recolour = {
  readonly from: number
  readonly to: number
  /** The new colour where the thing was darkest, in its middle, and where it was lightest. */
  readonly ramp: readonly [dark: string, middle: string, light: string]
}

/** Degrees over which a change fades out beside its hues, so that no edge shows. */
const FEATHER = 14
/** Below this saturation a pixel has no colour to speak of and stays as it is. */
const GREY = 0.12

type Colour = { readonly hue: number; readonly saturation: number; readonly light: number }

const read = (r: number, g: number, b: number): Colour => {
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)]
  const spread = max - min
  const light = (0.3 * r + 0.59 * g + 0.11 * b) / 255
  if (spread === 0) return { hue: 0, saturation: 0, light }
  const sector = max === r ? ((g - b) / spread + 6) % 6 : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return { hue: sector * 60, saturation: spread / max, light }
}

/** 1 inside the hues, 0 far outside, in between over the feather and for pale pixels. */
const share = ({ from, to }: Recolour, { hue, saturation }: Colour): number => {
  const width = (to - from + 360) % 360
  const past = (hue - from + 360) % 360
  const outside = past <= width ? 0 : Math.min(past - width, 360 - past)
  const coloured = Math.min(1, saturation / GREY)
  return Math.max(0, 1 - outside / FEATHER) * coloured
}

const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))

const percentile = (sorted: readonly number[], at: number): number => sorted[Math.floor((sorted.length - 1) * at)] ?? 0

const apply = (pixels: Uint8Array, change: Recolour): void => {
  const found: { at: number; light: number; weight: number }[] = []
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) === 0) continue
    const colour = read(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
    const weight = share(change, colour)
    if (weight > 0) found.push({ at, light: colour.light, weight })
  }
  const lights = found.map(({ light }) => light).sort((a, b) => a - b)
  const [low, middle, high] = [percentile(lights, 0.02), percentile(lights, 0.5), percentile(lights, 0.98)]
  const [dark, base, bright] = change.ramp.map(channels)
  for (const { at, light, weight } of found) {
    const [start, end] = light < middle ? [dark, base] : [base, bright]
    const [from, to] = light < middle ? [low, middle] : [middle, high]
    const along = Math.min(1, Math.max(0, (light - from) / Math.max(0.001, to - from)))
    for (const i of [0, 1, 2]) {
      const [a, b] = [start?.[i] ?? 0, end?.[i] ?? 0]
      const old = pixels[at + i] ?? 0
      pixels[at + i] = Math.round(old + (a + (b - a) * along - old) * weight)
    }
  }
}

/** Rewrites RGBA `pixels` in place, one change after the other. */
export const recolour = (pixels: Uint8Array, changes: readonly Recolour[]): void => {
  for (const change of changes) apply(pixels, change)
}
