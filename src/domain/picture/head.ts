/** What a picture's bytes say of themselves: kind and size, read from the head of PNG, JPEG and WebP without decoding. */

export type PictureKind = 'png' | 'jpeg' | 'webp'
export type PictureHead = { readonly kind: PictureKind; readonly width: number; readonly height: number }

/** Null if the bytes are none of the three, or cut short: the end is looked at as well. */
export const readPictureHead = (bytes: Uint8Array): PictureHead | null => {
  const head = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes)
  return head && head.width > 0 && head.height > 0 ? head : null
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const has = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  at >= 0 && at + wanted.length <= bytes.length && wanted.every((byte, i) => bytes[at + i] === byte)

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

const PNG_START = [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_END = [0, 0, 0, 0, ...ascii('IEND'), 0xae, 0x42, 0x60, 0x82]

const readPng = (bytes: Uint8Array): PictureHead | null => {
  const isWhole =
    has(bytes, 0, PNG_START) && has(bytes, 12, ascii('IHDR')) && has(bytes, bytes.length - PNG_END.length, PNG_END)
  return isWhole ? { kind: 'png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) } : null
}

/** Segments of JPEG that carry the size: every start of frame; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const readJpeg = (bytes: Uint8Array): PictureHead | null => {
  if (!has(bytes, 0, [0xff, 0xd8]) || !has(bytes, bytes.length - 2, [0xff, 0xd9])) return null
  const data = view(bytes)
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = data.getUint8(at + 1)
    if (isFrame(marker)) return { kind: 'jpeg', width: data.getUint16(at + 7), height: data.getUint16(at + 5) }
    // a fill byte stands alone; any other segment says how long it is
    at += marker === 0xff ? 1 : 2 + data.getUint16(at + 2)
  }
  return null
}

const uint24 = (data: DataView, at: number): number => data.getUint16(at, true) | (data.getUint8(at + 2) << 16)

const readWebp = (bytes: Uint8Array): PictureHead | null => {
  if (bytes.length < 30 || !has(bytes, 0, ascii('RIFF')) || !has(bytes, 8, ascii('WEBP'))) return null
  const data = view(bytes)
  if (data.getUint32(4, true) + 8 !== bytes.length) return null
  if (has(bytes, 12, ascii('VP8X'))) return { kind: 'webp', width: uint24(data, 24) + 1, height: uint24(data, 27) + 1 }
  if (has(bytes, 12, ascii('VP8L')) && bytes[20] === 0x2f) {
    const bits = data.getUint32(21, true)
    return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (has(bytes, 12, ascii('VP8 ')) && has(bytes, 23, [0x9d, 0x01, 0x2a]))
    return { kind: 'webp', width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff }
  return null
}
