/**
 * From a tree of boxes to a JPEG: satori lays out and turns words into outlines, resvg paints, jpeg-js packs. The three take
 * 150 ms to load, so this is imported by the first drawing and not by a cold start that finds nothing to draw.
 */
import { renderAsync } from '@resvg/resvg-js'
import { encode } from 'jpeg-js'
import satori from 'satori'
import type { ReactElement } from 'react'
import type { Font } from 'satori'

export type Drawing = {
  readonly width: number
  readonly height: number
  readonly fonts: Font[]
  readonly tree: ReactElement
}

/** JPEG qualities to try, best first, and the one that is taken however large it comes out. */
const GOOD = [90, 84, 78, 70] as const
const LEAST = 60

/** Paints the tree and packs it at the best quality that stays within `maxBytes`. */
export const renderJpeg = async ({ width, height, fonts, tree }: Drawing, maxBytes: number): Promise<Buffer> => {
  const svg = await satori(tree, { width, height, fonts })
  // Words are outlines by now, so no font is looked for on the machine: that alone would take half a second.
  // Beside the event loop: in the local cloud the shop goes on serving while a picture is painted.
  const { pixels } = await renderAsync(svg, { font: { loadSystemFonts: false } })
  const packed = (quality: number): Buffer => encode({ data: pixels, width, height }, quality).data
  for (const quality of GOOD) {
    const bytes = packed(quality)
    if (bytes.length <= maxBytes) return bytes
  }
  return packed(LEAST)
}
