import { useEffect, useMemo, useState } from 'react'
import { CustomWrapper, View } from '@tarojs/components'
import { CODE_STEP, nextStepAt, pickupCode, stepAt } from '@/domain/pickup/code'
import type { EpochMs } from '@/domain/time'
import { signWith } from '@/platform/sign'
import type { KeptPickupKey } from '@/platform/storage'
import { CodeSquare } from '@/ui/digit-square'
import { usePhone } from '@/ui/phone'
import { role } from '@/ui/tap'
import { shopNow } from './kept-keys'
import { saleCopy } from './sale-copy'
import './turning-code.scss'

type Props = { readonly held: KeptPickupKey; readonly isBig?: boolean }

/** The code of this half minute, and a ring that closes until the next. Made on this phone; only this part is drawn anew. */
export const TurningCode = (props: Props) => (
  <CustomWrapper>
    <Turning {...props} />
  </CustomWrapper>
)

const Turning = ({ held, isBig = false }: Props) => {
  const at = useStep(held)
  const { key, orderId } = held.key
  const sign = useMemo(() => signWith(key), [key])
  const step = stepAt(at)
  const text = useMemo(() => pickupCode(orderId, at, sign), [orderId, step, sign]) // eslint-disable-line react-hooks/exhaustive-deps -- the code changes with the step alone
  return (
    <View className={isBig ? 'turning turning-big' : 'turning'} {...role('img')} aria-label={saleCopy.code.turnsSpoken}>
      <CodeSquare text={text} isBig={isBig} />
      {/* a new ring for each step; it begins where the step already is */}
      <View className="row turning-note" key={step}>
        <Ring passedMs={at % CODE_STEP} />
        <View className="n1">{saleCopy.code.turns}</View>
      </View>
    </View>
  )
}

/** Two halves of a ring that come out one after the other: WeChat's style sheets turn them, no data is sent for it. */
const Ring = ({ passedMs }: { readonly passedMs: number }) => {
  const style = `animation-delay:-${passedMs}ms`
  return (
    <View className="turn">
      <View className="turn-half turn-right">
        <View className="turn-arc" style={style} />
      </View>
      <View className="turn-half turn-left">
        <View className="turn-arc" style={style} />
      </View>
    </View>
  )
}

/** An instant within the step that is now, by the shop's clock; another one when the next begins. */
const useStep = (held: KeptPickupKey): EpochMs => {
  const { now, useIsVisible } = usePhone()
  const isVisible = useIsVisible()
  const [at, setAt] = useState(() => shopNow(held, now()))
  useEffect(() => {
    if (!isVisible) return
    let timer: ReturnType<typeof setTimeout>
    const turn = () => {
      const here = shopNow(held, now())
      // within a step nothing is drawn anew: the ring goes on by itself
      setAt((before) => (stepAt(before) === stepAt(here) ? before : here))
      timer = setTimeout(turn, nextStepAt(here) - here)
    }
    turn()
    return () => clearTimeout(timer)
  }, [held, isVisible, now])
  return at
}
