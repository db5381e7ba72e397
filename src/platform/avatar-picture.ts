/** A picture of oneself, small enough to travel in a call: square in WeChat as its chooser cuts it, cut here on the web. */
import Taro from '@tarojs/taro'
import { isWechat } from './wx'

const SIDE = 320
/** Base64 makes four letters of three bytes; the call takes 90,000 letters. */
const MOST_LETTERS = 80_000
const QUALITIES = [0.86, 0.7, 0.5, 0.3] as const

/** From WeChat's avatar chooser (`detail.avatarUrl`). Null if the file can't be read or stays too large. */
export const readAvatar = async (path: string): Promise<string | null> => {
  for (const quality of QUALITIES) {
    const smaller = await Taro.compressImage({
      src: path,
      quality: quality * 100,
      compressedWidth: SIDE,
      compressedHeight: SIDE,
    }).catch(() => null)
    const letters = await base64Of(smaller?.tempFilePath ?? path)
    if (letters && letters.length <= MOST_LETTERS) return letters
  }
  return null
}

const base64Of = (filePath: string): Promise<string | null> =>
  new Promise((resolve) =>
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: () => resolve(null),
    }),
  )

export type Picked =
  { readonly outcome: 'picked'; readonly base64: string } | { readonly outcome: 'none' | 'unreadable' }

/** The web's own file chooser. */
export const pickAvatar = async (): Promise<Picked> => {
  if (isWechat) return { outcome: 'none' }
  const file = await chooseFile()
  if (!file) return { outcome: 'none' }
  const base64 = await shrink(file).catch(() => null)
  return base64 ? { outcome: 'picked', base64 } : { outcome: 'unreadable' }
}

const chooseFile = (): Promise<File | null> =>
  new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*' })
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })

const shrink = async (file: File): Promise<string | null> => {
  const picture = await createImageBitmap(file)
  const side = Math.min(picture.width, picture.height)
  const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE })
  const paper = canvas.getContext('2d')
  if (!paper) return null
  // JPEG knows no glass: what is clear becomes white, not black
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, SIDE, SIDE)
  paper.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, SIDE, SIDE)
  const drawn = QUALITIES.map((quality) => canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '')
  return drawn.find((letters) => letters.length > 0 && letters.length <= MOST_LETTERS) ?? null
}
