import { View } from '@tarojs/components'
import { create, type QRCode } from 'qrcode/lib/core/qrcode'
import { role } from './tap'
import './digit-square.scss'

/** One path over all dark modules, a bar for each run of them; crisp at any size and on any screen. */
const pathOf = (modules: QRCode['modules']): string => {
  const side = modules.size
  const isDark = (x: number, y: number) => x < side && modules.get(y, x) === 1
  let path = ''
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const start = x
      while (isDark(x, y)) x++
      if (x > start) path += `M${start} ${y}h${x - start}v1H${start}z`
    }
  }
  return path
}

/** WeChat has no SVG elements, but draws them as pictures. */
const pictureOf = ({ modules }: QRCode): string => {
  const { size } = modules
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${pathOf(modules)}"/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

type Looks = { readonly isBig?: boolean }

/** Black on white in the dark too: scanners can't read it otherwise. */
const Square = ({ code, isBig = false }: Looks & { readonly code: QRCode }) => (
  <View className={isBig ? 'digit-square digit-square-big' : 'digit-square'} {...role('img')} aria-label="二维码">
    <View className="digit-square-code" style={{ backgroundImage: pictureOf(code) }} />
  </View>
)

/** Digits as a QR code, for a scanner instead of eyes. */
export const DigitSquare = ({ digits, isBig = false }: Looks & { readonly digits: string }) => (
  // level H: a third of it may be hidden by glare or a scratched screen
  <Square code={create([{ data: digits, mode: 'numeric' }], { errorCorrectionLevel: 'H' })} isBig={isBig} />
)

/** Capitals, digits and colons as a QR code. Longer than digits: with less to spare, its modules stay large enough for old cameras. */
export const CodeSquare = ({ text, isBig = false }: Looks & { readonly text: string }) => (
  <Square code={create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })} isBig={isBig} />
)
