/**
 * Draws the stand-in's 小程序码: a QR code in the shop's colours that any camera reads, and that leads to the same page
 * of the H5 shop. Round-ended strokes, soft eyes, and the shop's rings in the middle, where the code can spare them.
 */
const INK = '#1F2329'
const ACCENT = '#E8502A'
const LEAF = '#2F9E5B'
const QUIET = 3
const EYE = 7

export const drawCode = async (text: string, width: number, isTransparent: boolean): Promise<Buffer> => {
  const [{ create }, { Resvg }] = await Promise.all([import('qrcode'), import('@resvg/resvg-js')])
  const { size, data } = create(text, { errorCorrectionLevel: 'Q' }).modules
  const svg = svgOf({ size, isDark: (x, y) => data[y * size + x] === 1 }, isTransparent)
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng())
}

type Modules = { size: number; isDark(x: number, y: number): boolean }

const svgOf = (modules: Modules, isTransparent: boolean): string => {
  const side = modules.size + 2 * QUIET
  const middle = modules.size / 2
  // A thirtieth of the area: level Q mends a quarter of the code.
  const badge = Math.round(modules.size * 0.1)
  const parts = [
    isTransparent ? '' : `<rect x="${-QUIET}" y="${-QUIET}" width="${side}" height="${side}" fill="#fff"/>`,
    `<g fill="${INK}">${strokes(modules, middle, badge)}</g>`,
    ...eyeCorners(modules.size).map(([x, y]) => eye(x, y)),
    rings(middle, badge),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-QUIET} ${-QUIET} ${side} ${side}">${parts.join('')}</svg>`
}

const eyeCorners = (size: number) => [[0, 0] as const, [size - EYE, 0] as const, [0, size - EYE] as const]

/**
 * Dark modules one above the other become one stroke, as wide as its module: a tenth thinner, and a decoder
 * reads 60 of 100 codes instead of all. */
const strokes = ({ size, isDark }: Modules, middle: number, badge: number): string => {
  const isDrawn = (x: number, y: number): boolean => {
    const isEye = eyeCorners(size).some(([ex, ey]) => x >= ex && x < ex + EYE && y >= ey && y < ey + EYE)
    return isDark(x, y) && !isEye && Math.hypot(x + 0.5 - middle, y + 0.5 - middle) >= badge + 0.6
  }
  const drawn: string[] = []
  for (let x = 0; x < size; x++)
    for (let y = 0; y < size; y++) {
      const from = y
      while (y < size && isDrawn(x, y)) y++
      if (y > from) drawn.push(`<rect x="${x}" y="${from}" width="1" height="${y - from}" rx=".5"/>`)
    }
  return drawn.join('')
}

const eye = (x: number, y: number): string =>
  `<rect x="${x + 0.5}" y="${y + 0.5}" width="6" height="6" rx="1.9" fill="none" stroke="${INK}"/>` +
  `<rect x="${x + 2}" y="${y + 2}" width="3" height="3" rx="1" fill="${ACCENT}"/>`

/** Middle of the mark in its own measure, and how far it reaches from there. */
const MARK = { x: 11.6, y: 9, reach: 12.6 }

/** The shop's mark, a ring and an arc that hold each other: 圈. The same lines as in `src/admin/frame/mark.svg`. */
const rings = (middle: number, badge: number): string => {
  const scale = (badge * 0.86) / MARK.reach
  return (
    `<circle cx="${middle}" cy="${middle}" r="${badge}" fill="#fff"/>` +
    `<g transform="translate(${middle} ${middle}) scale(${scale}) translate(${-MARK.x} ${-MARK.y})" fill="none" stroke-linecap="round">` +
    `<circle cx="9" cy="9" r="7.2" stroke="${ACCENT}" stroke-width="3.6"/>` +
    `<path d="M14 4a5.6 5.6 0 1 1-1.5 9" stroke="${LEAF}" stroke-width="3.2"/></g>`
  )
}
