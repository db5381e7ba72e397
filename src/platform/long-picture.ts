/** Text as one long picture, for a chat that folds long messages: drawn on a canvas that is never on the screen. */
import Taro from '@tarojs/taro'
import { isWechat, wechat } from './wx'

export type LongPicture = {
  readonly title: string
  readonly lines: readonly string[]
  readonly foot: string
}

const WIDTH = 750
const PAD = 48
const TITLE = 44
const LINE = 30
const GAP = 22
const INK = '#221f1c'
const QUIET = '#716c66'
const FONT = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif'

type Pen = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'font' | 'fillRect' | 'fillText' | 'measureText' | 'textBaseline'
>

/** Letters are broken where the line is full: Chinese needs no more. */
const wrap = (pen: Pen, text: string): string[] => {
  const lines: string[] = []
  let line = ''
  for (const letter of text) {
    if (pen.measureText(line + letter).width > WIDTH - 2 * PAD) {
      lines.push(line)
      line = ''
    }
    line += letter
  }
  return [...lines, line]
}

const draw = (pen: Pen, height: number, { title, foot }: LongPicture, rows: readonly string[]): void => {
  pen.fillStyle = '#fff3ea'
  pen.fillRect(0, 0, WIDTH, height)
  pen.fillStyle = '#ffffff'
  pen.fillRect(PAD / 2, PAD / 2, WIDTH - PAD, height - PAD)
  pen.textBaseline = 'top'
  pen.fillStyle = INK
  pen.font = `600 ${TITLE}px ${FONT}`
  pen.fillText(title, PAD, PAD * 1.4)
  pen.font = `${LINE}px ${FONT}`
  rows.forEach((row, place) => pen.fillText(row, PAD, PAD * 1.4 + TITLE + GAP * 2 + place * (LINE + GAP)))
  pen.fillStyle = QUIET
  pen.fillText(foot, PAD, height - PAD - LINE)
}

const heightOf = (rows: number): number => PAD * 3 + TITLE + GAP * 3 + rows * (LINE + GAP) + LINE

/** Hands the picture to the person: WeChat's menu for pictures, on the web a download. False where the phone would not. */
export const handOverLongPicture = async (picture: LongPicture): Promise<boolean> => {
  try {
    return isWechat ? await inWechat(picture) : await onTheWeb(picture)
  } catch {
    return false
  }
}

const onTheWeb = async (picture: LongPicture): Promise<boolean> => {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return false
  pen.font = `${LINE}px ${FONT}`
  const rows = picture.lines.flatMap((line) => wrap(pen, line))
  Object.assign(canvas, { width: WIDTH, height: heightOf(rows.length) })
  draw(pen, canvas.height, picture, rows)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) return false
  const href = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href, download: `${picture.title}.png` }).click()
  URL.revokeObjectURL(href)
  return true
}

const inWechat = async (picture: LongPicture): Promise<boolean> => {
  const measure = wechat().createOffscreenCanvas({ type: '2d', width: WIDTH, height: 10 })
  const ruler = measure.getContext('2d') as Pen
  ruler.font = `${LINE}px ${FONT}`
  const rows = picture.lines.flatMap((line) => wrap(ruler, line))
  const canvas = wechat().createOffscreenCanvas({ type: '2d', width: WIDTH, height: heightOf(rows.length) })
  draw(canvas.getContext('2d') as Pen, heightOf(rows.length), picture, rows)
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as never, fileType: 'png' })
  await wechat().showShareImageMenu({ path: tempFilePath })
  return true
}
