/** The web's camera reads a code where the browser can; the video lies over the page until something is read or it is put away. */
import { SECOND } from '@/domain/time'

/** Null: put away. `none`: no camera, or the browser reads no codes; then it is typed. */
export type Scanned = { readonly text: string } | 'none' | null

type Detector = { detect: (source: HTMLVideoElement) => Promise<readonly { rawValue: string }[]> }
declare const BarcodeDetector: (new (options: { formats: readonly string[] }) => Detector) | undefined

const LOOK_EVERY = 0.2 * SECOND

const canScan = (): boolean => typeof BarcodeDetector !== 'undefined' && 'mediaDevices' in navigator

export const scanCode = async (): Promise<Scanned> => {
  if (typeof BarcodeDetector === 'undefined' || !canScan()) return 'none'
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    return await watch(stream, new BarcodeDetector({ formats: ['qr_code'] }))
  } catch {
    return 'none'
  }
}

const watch = (stream: MediaStream, detector: Detector): Promise<Scanned> =>
  new Promise((resolve) => {
    const video = Object.assign(document.createElement('video'), { srcObject: stream, playsInline: true, muted: true })
    const close = Object.assign(document.createElement('button'), { textContent: '×', ariaLabel: '关闭' })
    const cover = document.createElement('div')
    cover.style.cssText = 'position:fixed;inset:0;z-index:900;background:#000'
    video.style.cssText = 'width:100%;height:100%;object-fit:cover'
    close.style.cssText =
      'position:absolute;right:12px;top:12px;width:48px;height:48px;border:0;border-radius:24px;font-size:26px'
    cover.append(video, close)
    document.body.append(cover)
    let timer: ReturnType<typeof setTimeout>
    const end = (scanned: Scanned) => {
      clearTimeout(timer)
      stream.getTracks().forEach((track) => track.stop())
      cover.remove()
      resolve(scanned)
    }
    const look = async () => {
      const [found] = await detector.detect(video).catch(() => [])
      if (found) return end({ text: found.rawValue })
      timer = setTimeout(() => void look(), LOOK_EVERY)
    }
    close.onclick = () => end(null)
    void video.play()
    timer = setTimeout(() => void look(), LOOK_EVERY)
  })
