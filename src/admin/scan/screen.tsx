/** A page for a phone behind the counter: the code is scanned or typed, the goods are checked and handed over. It needs no rail. */
import { useEffect, useRef, useState } from 'react'
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import { useCan, useMe } from '../cloud/session'
import { NoRight } from '../frame/no-screen'
import { Icon } from '../parts/icon'
import { copy } from './copy'
import { Result } from './result'
import { useCamera } from './use-camera'
import { useIsOnline } from './use-is-online'
import { usePickup } from './use-pickup'
import './scan.css'

export const Screen = () => {
  const can = useCan()
  return can('pickup.verify') && can('order.read') ? <Counter /> : <NoRight />
}

const Counter = () => {
  const { storeName } = useMe()
  const isOnline = useIsOnline()
  const { stage, look, handOver, next } = usePickup()
  const [typed, setTyped] = useState('')
  const video = useRef<HTMLVideoElement>(null)
  const isReady = stage.kind === 'ready'
  // while a result stands there, what the camera sees is the same code again
  const camera = useCamera(video, (text) => {
    if (isReady) void look(text)
  })
  const onNext = (): void => {
    setTyped('')
    next()
  }
  return (
    <main className="scan">
      <header className="scan__head">
        <Link to="/" aria-label={copy.back}>
          <Icon name="leave" size={18} style={{ transform: 'scaleX(-1)' }} />
        </Link>
        <h1>{copy.title}</h1>
        <span className="aside">{storeName}</span>
      </header>
      {!isOnline && (
        <p className="scan__offline" role="status">
          {copy.isOffline}
        </p>
      )}
      <div hidden={!isReady}>
        <Camera video={video} {...camera} />
        <label className="scan__code">
          {copy.codeHint}
          <CodeField
            value={typed}
            isFocused={isReady && camera.state !== 'on'}
            onChange={setTyped}
            onWhole={(code) => void look(code)}
          />
        </label>
      </div>
      {stage.kind !== 'ready' && (
        <Result
          stage={stage}
          onHandOver={(order) => void handOver(order)}
          onNext={onNext}
          onAgain={(code) => void look(code)}
        />
      )}
    </main>
  )
}

type CameraProps = ReturnType<typeof useCamera> & { video: React.RefObject<HTMLVideoElement> }

const Camera = ({ video, state, start, stop }: CameraProps) => (
  <div className={`scan__camera is-${state}`}>
    <video ref={video} muted playsInline hidden={state !== 'on'} />
    {state === 'on' ? (
      <>
        <span className="scan__frame" aria-hidden />
        <span className="scan__aim">{copy.aim}</span>
        <button type="button" onClick={stop}>
          {copy.camera.stop}
        </button>
      </>
    ) : state === 'off' ? (
      <Button type="primary" size="large" onClick={() => void start()}>
        {copy.camera.start}
      </Button>
    ) : (
      <p role="status">{copy.camera[state]}</p>
    )}
  </div>
)

type CodeProps = {
  value: string
  isFocused: boolean
  onChange: (code: string) => void
  onWhole: (code: string) => void
}

/** Digits as large as the keys that type them; the sixth one looks by itself. */
const CodeField = ({ value, isFocused, onChange, onWhole }: CodeProps) => {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFocused) field.current?.focus()
  }, [isFocused])
  return (
    <input
      ref={field}
      aria-label={copy.code}
      value={value}
      inputMode="numeric"
      autoComplete="one-time-code"
      enterKeyHint="go"
      maxLength={6}
      placeholder="······"
      onChange={({ target }) => {
        const code = target.value.replace(/\D/g, '').slice(0, 6)
        onChange(code)
        if (code.length === 6) onWhole(code)
      }}
    />
  )
}
