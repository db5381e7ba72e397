/**
 * Pictures are made small in the browser, before they travel: two sizes and two colours, together within one call. They are
 * JPEG, because the drawer of share cards can't read WebP; every browser writes it.
 */
import type { CallInput } from '@/contract/index'

type Upload = CallInput<'staff-catalog', 'uploadPicture'>

export class NotAPicture extends Error {}

type Size = { readonly widths: readonly number[]; readonly limit: number }

/** Widths in px, wanted first, and characters of base64 that the upload takes. A long, busy picture ends up narrower. */
const sizes = {
  large: { widths: [750, 600, 480], limit: 74_000 },
  small: { widths: [360, 300, 240], limit: 24_000 },
} as const satisfies Record<string, Size>

/** From best to smallest; the first that fits is sent. Narrower looks better than worse. */
const qualities = [0.86, 0.78, 0.68, 0.56, 0.44] as const

/** Everything the server stores of a picture. Throws NotAPicture for what the browser can't draw or nothing makes small enough. */
export const fitPicture = async (file: Blob): Promise<Upload> => {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new NotAPicture()
  })
  try {
    const [large, small] = await Promise.all([fitted(bitmap, sizes.large), fitted(bitmap, sizes.small)])
    return { large, small, tone: toneOf(bitmap) }
  } finally {
    bitmap.close()
  }
}

const fitted = async (bitmap: ImageBitmap, { widths, limit }: Size): Promise<string> => {
  for (const width of widths) {
    const canvas = drawn(bitmap, Math.min(1, width / bitmap.width))
    for (const quality of qualities) {
      const base64 = await base64Of(await encoded(canvas, quality))
      if (base64.length <= limit) return base64
    }
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

const encoded = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new NotAPicture())), 'image/jpeg', quality)
  })

/** Base64 without the `data:` head. */
const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error ?? new NotAPicture())
    reader.readAsDataURL(blob)
  })
