/**
 * The phone's camera and the browser's own reader of QR codes (Chrome on Android; not yet everywhere). Nothing leaves the phone
 * but the digits that were read. Where there is no reader, codes are typed.
 */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

type Detector = { detect: (source: HTMLVideoElement) => Promise<readonly { rawValue: string }[]> }
type Reader = new (options: { formats: readonly string[] }) => Detector

const LOOK_EVERY = 200

const readerHere = (): Reader | null => {
  const { BarcodeDetector } = window as { BarcodeDetector?: Reader }
  // a page without https has no camera at all
  return BarcodeDetector && typeof navigator.mediaDevices?.getUserMedia === 'function' ? BarcodeDetector : null
}

export type CameraState = 'off' | 'starting' | 'on' | 'denied' | 'unsupported'

/** `onRead` is told every text that is read, also the same one again. */
export const useCamera = (video: RefObject<HTMLVideoElement>, onRead: (text: string) => void) => {
  const [state, setState] = useState<CameraState>(() => (readerHere() ? 'off' : 'unsupported'))
  const stream = useRef<MediaStream | null>(null)
  const told = useRef(onRead)
  told.current = onRead

  const stop = useCallback((): void => {
    stream.current?.getTracks().forEach((track) => track.stop())
    stream.current = null
    setState((now) => (now === 'unsupported' || now === 'denied' ? now : 'off'))
  }, [])

  const start = useCallback(async (): Promise<void> => {
    if (!readerHere() || stream.current) return
    setState('starting')
    try {
      const picture = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      stream.current = picture
      if (video.current) {
        video.current.srcObject = picture
        await video.current.play()
      }
      setState('on')
    } catch {
      // refused by the person, or by the phone: either way the code can be typed
      stop()
      setState('denied')
    }
  }, [video, stop])

  useEffect(() => stop, [stop])

  useEffect(() => {
    const Reader = readerHere()
    if (state !== 'on' || !Reader) return
    const reader = new Reader({ formats: ['qr_code'] })
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const look = async (): Promise<void> => {
      // a frame that can't be read is followed by the next
      const read = video.current ? await reader.detect(video.current).catch(() => []) : []
      if (isOver) return
      for (const { rawValue } of read) told.current(rawValue)
      timer = setTimeout(() => void look(), LOOK_EVERY)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [state, video])

  return { state, start, stop }
}
