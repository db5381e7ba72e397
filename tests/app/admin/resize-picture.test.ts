/** Photos get small before they travel: the best that fits is sent. The browser's part is played; `tests/browser` has the real one. */
import { fitPicture, NotAPicture } from '@/admin/parts/resize-picture'

type Drawn = { width: number; height: number; quality: number }

/** A browser whose JPEG of a picture is `weigh(width, quality)` bytes. */
const play = (photo: { width: number; height: number } | null, weigh: (made: Drawn) => number) => {
  const tried: Drawn[] = []
  const close = jest.fn()
  Object.assign(globalThis, {
    createImageBitmap: async () => {
      if (!photo) throw new DOMException('not a picture')
      return { ...photo, close }
    },
  })
  const pen = {
    fillRect: jest.fn(),
    drawImage: jest.fn(),
    getImageData: (_x: number, row: number) => ({ data: row ? [250, 246, 9, 255] : [245, 223, 194, 255] }),
  }
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never)
  jest.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
    this: HTMLCanvasElement,
    done,
    kind,
    quality,
  ) {
    expect(kind).toBe('image/jpeg')
    const made = { width: this.width, height: this.height, quality: Number(quality) }
    tried.push(made)
    done(new Blob([new Uint8Array(weigh(made))]))
  })
  return { tried, close, pen }
}
afterEach(() => jest.restoreAllMocks())

const bytesOf = (base64: string) => Buffer.from(base64, 'base64').length
/** Base64 is a third longer than its bytes. */
const [MOST_LARGE, MOST_SMALL] = [55_500, 18_000]

test('a light photo travels at full width and best quality, on white', async () => {
  const { tried, close, pen } = play({ width: 3000, height: 2000 }, () => 10_000)
  const { large, small, tone } = await fitPicture(new Blob())
  expect(tried).toEqual([
    { width: 750, height: 500, quality: 0.86 },
    { width: 360, height: 240, quality: 0.86 },
  ])
  expect([bytesOf(large), bytesOf(small)]).toEqual([10_000, 10_000])
  expect(tone).toEqual(['#f5dfc2', '#faf609'])
  expect(pen).toMatchObject({ fillStyle: 'white' })
  expect(close).toHaveBeenCalledTimes(1)
})

test('a busy one loses quality first, then width; never more than the upload takes', async () => {
  play({ width: 1500, height: 1500 }, ({ width, quality }) => Math.round(width * width * quality * 0.3))
  const { large, small } = await fitPicture(new Blob())
  expect(bytesOf(large)).toBeLessThanOrEqual(MOST_LARGE)
  expect(bytesOf(small)).toBeLessThanOrEqual(MOST_SMALL)
  expect(bytesOf(large)).toBe(Math.round(600 * 600 * 0.44 * 0.3))
})

test('a small one is not blown up', async () => {
  const { tried } = play({ width: 200, height: 100 }, () => 3_000)
  await fitPicture(new Blob())
  expect(tried.map(({ width }) => width)).toEqual([200, 200])
})

test('a strip one pixel high stays drawable', async () => {
  const { tried } = play({ width: 9000, height: 1 }, () => 500)
  await fitPicture(new Blob())
  expect(tried.map(({ height }) => height)).toEqual([1, 1])
})

test.each<[string, { width: number; height: number } | null, number]>([
  ['a text that calls itself a photo', null, 1],
  ['noise that nothing makes small', { width: 4000, height: 4000 }, 200_000],
])('%s is refused, and nothing stays open', async (_what, photo, weight) => {
  const { close } = play(photo, () => weight)
  await expect(fitPicture(new Blob())).rejects.toThrow(NotAPicture)
  expect(close).toHaveBeenCalledTimes(photo ? 1 : 0)
})
