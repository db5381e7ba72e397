import { View } from '@tarojs/components'
import type { FlashRefusal } from '@/contract/flash'
import type { CheckoutFlash } from '@/contract/order'
import type { Refusal } from '@/domain/result'
import { MINUTE, type EpochMs } from '@/domain/time'
import { CountDown } from '@/ui/count-down'
import { momentName } from '@/ui/coupon-words'
import { EmptyState } from '@/ui/empty-state'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { copy, refused } from './copy'
import { leaveFlash } from './draft'
import './checkout.scss'

const words = copy.flash

type Props = { readonly flash: CheckoutFlash; readonly onEnd: () => void }

/** Which sale the price comes from, until when, and how long there is to pay. */
export const FlashFacts = ({ flash: { name, endsAt, payWindowMs, items }, onEnd }: Props) => {
  const [only] = items
  return (
    <Hint icon="clock" tone="accent" className="checkout-group">
      <View className="row sp">
        <View className="b">{words.head(name)}</View>
        <View className="row">
          <CountDown until={endsAt} isSoft onEnd={onEnd} />
          {words.ends}
        </View>
      </View>
      <View>{words.pay(Math.round(payWindowMs / MINUTE))}</View>
      {only && items.length === 1 && <View>{words.limit(only.perPerson)}</View>}
    </Hint>
  )
}

export const isAboutFlash = (code: string): code is FlashRefusal['code'] => code.startsWith('flash.')

/** What is so, in a sentence of facts; nothing was placed, and the goods are still there at the shop's price. */
export const FlashRefused = ({ refusal }: { readonly refusal: Refusal }) => {
  const now = usePhone().now()
  const about = refusal as FlashRefusal
  return (
    <EmptyState
      title={refused[about.code]}
      note={factOf(about, now) ?? copy.safeNote}
      action={words.plain}
      onTap={leaveFlash}
    />
  )
}

const factOf = (about: FlashRefusal, now: EpochMs): string | null => {
  switch (about.code) {
    case 'flash.not-running':
      return about.startsAt === null ? null : words.over(momentName(about.startsAt, now))
    case 'flash.short':
      return words.left(about.left)
    case 'flash.limit-reached':
      return words.mine(about.limit, about.left)
    case 'flash.sold-out':
    case 'flash.unknown':
      return null
    default:
      return about satisfies never
  }
}
