/** Lays RGBA layers over an RGB picture; whatever hangs over the edge is left out. */

export type Layer = {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
}

export type Canvas = { readonly pixels: Uint8ClampedArray; readonly width: number; readonly height: number }

export const layOver = ({ pixels, width, height }: Canvas, layer: Layer): void => {
  const [fromX, toX] = [Math.max(0, -layer.left), Math.min(layer.width, width - layer.left)]
  const [fromY, toY] = [Math.max(0, -layer.top), Math.min(layer.height, height - layer.top)]
  const { data } = layer
  for (let y = fromY; y < toY; y += 1) {
    let from = (y * layer.width + fromX) * 4
    let to = ((y + layer.top) * width + layer.left + fromX) * 3
    for (let x = fromX; x < toX; x += 1, from += 4, to += 3) {
      const opacity = (data[from + 3] ?? 0) / 255
      if (opacity === 0) continue
      for (let i = 0; i < 3; i += 1) {
        const below = pixels[to + i] ?? 0
        pixels[to + i] = below + ((data[from + i] ?? 0) - below) * opacity
      }
    }
  }
}
