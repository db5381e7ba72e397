/** Lays premultiplied RGBA layers over an RGB picture; whatever hangs over the edge is left out. */

export type Layer = {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
}

export type Canvas = { readonly pixels: Uint8ClampedArray; readonly width: number; readonly height: number }

/** A bicubic turn overshoots at hard edges, so no colour may be brighter than its own opacity. */
export const layOver = ({ pixels, width, height }: Canvas, layer: Layer): void => {
  const [fromX, toX] = [Math.max(0, -layer.left), Math.min(layer.width, width - layer.left)]
  const [fromY, toY] = [Math.max(0, -layer.top), Math.min(layer.height, height - layer.top)]
  const { data } = layer
  for (let y = fromY; y < toY; y += 1) {
    let from = (y * layer.width + fromX) * 4
    let to = ((y + layer.top) * width + layer.left + fromX) * 3
    for (let x = fromX; x < toX; x += 1, from += 4, to += 3) {
      const alpha = data[from + 3] ?? 0
      if (alpha === 0) continue
      const rest = (255 - alpha) / 255
      pixels[to] = Math.min(alpha, data[from] ?? 0) + (pixels[to] ?? 0) * rest
      pixels[to + 1] = Math.min(alpha, data[from + 1] ?? 0) + (pixels[to + 1] ?? 0) * rest
      pixels[to + 2] = Math.min(alpha, data[from + 2] ?? 0) + (pixels[to + 2] ?? 0) * rest
    }
  }
}

/** Multiplies colour by opacity, in place: what `layOver` and an honest rotation need. */
export const premultiply = (pixels: Buffer): Buffer => {
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = (pixels[at + 3] ?? 0) / 255
    if (alpha === 1) continue
    for (const i of [at, at + 1, at + 2]) pixels[i] = Math.round((pixels[i] ?? 0) * alpha)
  }
  return pixels
}
