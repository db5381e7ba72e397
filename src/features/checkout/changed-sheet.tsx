import { View } from '@tarojs/components'
import type { CheckoutView } from '@/contract/order'
import { yuanText } from '@/domain/money'
import type { Quote } from '@/domain/pricing/quote'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { changesBetween, type Change } from './changes'
import { copy } from './copy'
import { titlesOf } from './explain'
import './checkout.scss'

const words = copy.changed

type Props = {
  /** What the shopper was looking at. */
  readonly seen: Quote
  readonly view: CheckoutView
  readonly onYes: () => void
  readonly onClose: () => void
}

/** The price moved while somebody looked at it: what, from what to what, and one question. */
export const ChangedSheet = ({ seen, view, onYes, onClose }: Props) => {
  const about = { deliveryKind: view.delivery.kind, titles: titlesOf(view.lines) }
  const changes = changesBetween(seen, view.quote, about)
  const total = {
    key: 'total',
    title: words.total,
    was: `¥${yuanText(seen.totalFen)}`,
    now: `¥${yuanText(view.quote.totalFen)}`,
  }
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.title}
      foot={
        <>
          <Button kind="line" width="grow" onTap={onClose}>
            {words.no}
          </Button>
          <Button width="grow" onTap={onYes}>
            {words.yes(yuanText(view.quote.totalFen))}
          </Button>
        </>
      }
    >
      <View className="n2">{changes.length > 0 ? words.note : words.same}</View>
      {changes.map((change) => (
        <Line key={change.key} change={change} />
      ))}
      <View className="b">
        <Line change={total} />
      </View>
    </Sheet>
  )
}

const Line = ({ change: { title, was, now } }: { readonly change: Change }) => (
  <View className="changed-line">
    <View className="grow">{title}</View>
    {was && was !== now && <View className="n2 changed-was">{was}</View>}
    <View>{now ?? words.gone}</View>
  </View>
)
