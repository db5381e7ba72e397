/** Pictures are made small in the browser, before they travel: two sizes and two colours, together within one call. */
import type { CallInput } from '@/contract/index'

type Upload = CallInput<'staff-catalog', 'uploadPicture'>
type Kind = 'image/webp' | 'image/jpeg'

export class NotAPicture extends Error {}

/** Widths in px and characters of base64 that the upload takes. */
const sizes = { large: { width: 750, limit: 74_000 }, small: { width: 360, limit: 24_000 } } as const

/** From best to smallest; the first that fits is sent. */
const qualities = [0.86, 0.78, 0.68, 0.56, 0.44, 0.3] as const

/** Everything the server stores of a picture. Throws NotAPicture for what the browser can't draw or nothing makes small enough. */
export const fitPicture = async (file: Blob): Promise<Upload> => {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new NotAPicture()
  })
  try {
    const kind = await writableKind()
    const [large, small] = await Promise.all([fitted(bitmap, kind, sizes.large), fitted(bitmap, kind, sizes.small)])
    return { large, small, tone: toneOf(bitmap) }
  } finally {
    bitmap.close()
  }
}

const fitted = async (
  bitmap: ImageBitmap,
  kind: Kind,
  { width, limit }: { width: number; limit: number },
): Promise<string> => {
  const canvas = drawn(bitmap, Math.min(1, width / bitmap.width))
  for (const quality of qualities) {
    const base64 = await base64Of(await encoded(canvas, kind, quality))
    if (base64.length <= limit) return base64
  }
  throw new NotAPicture()
}

/** On white, since JPEG knows no transparency and the shop's cards are white. */
const drawn = (bitmap: ImageBitmap, scale: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new NotAPicture()
  pen.imageSmoothingQuality = 'high'
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** The mean colours of the upper and the lower half: a placeholder that the picture grows out of. */
const toneOf = (bitmap: ImageBitmap): [string, string] => {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 2
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new NotAPicture()
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(drawn(bitmap, Math.min(1, 64 / bitmap.width)), 0, 0, 1, 2)
  const hex = (row: number): string =>
    `#${[...pen.getImageData(0, row, 1, 1).data.slice(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  return [hex(0), hex(1)]
}

const writableKind = async (): Promise<Kind> => {
  const canvas = document.createElement('canvas')
  const { type } = await encoded(canvas, 'image/webp', 0.8)
  return type === 'image/webp' ? 'image/webp' : 'image/jpeg'
}

const encoded = (canvas: HTMLCanvasElement, type: Kind, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new NotAPicture())), type, quality)
  })

/** Base64 without the `data:` head. */
const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error ?? new NotAPicture())
    reader.readAsDataURL(blob)
  })
