/** A QR code on the screen, drawn back onto a grid as a camera would see it, and what a code of that text has to look like. */
import { create } from 'qrcode'

/** The dark modules of `.digit-square-code`, row by row. Throws where there is no picture of `side` modules. */
export const seenModules = (square: HTMLElement | undefined, side: number): boolean[] => {
  const shown = /url\("?data:image\/svg\+xml,([^")]+)/.exec(square?.style.backgroundImage ?? '')?.[1]
  const svg = decodeURIComponent(shown ?? '')
  if (!svg.includes(`viewBox="0 0 ${side} ${side}"`)) throw new Error(`no code of ${side} modules in 「${svg}」`)
  const grid = Array.from({ length: side * side }, () => false)
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
    grid.fill(true, Number(y) * side + Number(x), Number(y) * side + Number(x) + Number(run))
  return grid
}

/** By the library itself, which finds the mode of the text on its own. */
export const modulesOf = (text: string, errorCorrectionLevel: 'M' | 'H'): { side: number; dark: boolean[] } => {
  const { modules } = create(text, { errorCorrectionLevel })
  return { side: modules.size, dark: [...modules.data].map(Boolean) }
}
