import { View } from '@tarojs/components'
import { create } from 'qrcode/lib/core/qrcode'
import { role } from './tap'
import './digit-square.scss'

/** One path over all dark modules, a bar for each run of them; crisp at any size and on any screen. */
const pathOf = (digits: string): { path: string; side: number } => {
  // level H: a third of it may be hidden by glare or a scratched screen
  const { modules } = create([{ data: digits, mode: 'numeric' }], { errorCorrectionLevel: 'H' })
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
  return { path, side }
}

/** WeChat has no SVG elements, but draws them as pictures. */
const pictureOf = (digits: string): string => {
  const { path, side } = pathOf(digits)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

type Props = { readonly digits: string; readonly isBig?: boolean }

/** Digits as a QR code, for a scanner instead of eyes. Black on white in the dark too: scanners can't read it otherwise. */
export const DigitSquare = ({ digits, isBig = false }: Props) => (
  <View className={isBig ? 'digit-square digit-square-big' : 'digit-square'} {...role('img')} aria-label="二维码">
    <View className="digit-square-code" style={{ backgroundImage: pictureOf(digits) }} />
  </View>
)
