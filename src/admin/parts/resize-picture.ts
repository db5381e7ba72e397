/** Pictures are made small in the browser, before they travel. */

export class NotAPicture extends Error {}

/** WebP where the browser can write it, else JPEG; the longer side is at most `maxSide` px. Throws NotAPicture. */
export const resizePicture = async (file: Blob, maxSide: number, quality = 0.86): Promise<Blob> => {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new NotAPicture()
  })
  const scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) throw new NotAPicture()
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const webp = await encode(canvas, 'image/webp', quality)
  return webp.type === 'image/webp' ? webp : encode(canvas, 'image/jpeg', quality)
}

const encode = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new NotAPicture())), type, quality)
  })

/** Base64 without the `data:` head. */
export const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error ?? new NotAPicture())
    reader.readAsDataURL(blob)
  })
