import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CheckoutView } from '@/contract/order'
import { subtractFen, yuanText } from '@/domain/money'
import { Card, More } from '@/ui/card'
import { ListRow, SwitchRow } from '@/ui/list-row'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { QuoteList, UnusedOffer } from '@/ui/quote-list'
import { AddOnRow } from './add-on-row'
import { cheapestTotal, couponsOf } from './best'
import { copy } from './copy'
import { CouponSheet } from './coupon-sheet'
import { useDraft, wishBest, wishPoints } from './draft'
import { quoteRows, titlesOf, unusedRows, type UnusedRow } from './explain'
import './checkout.scss'

type Props = { readonly view: CheckoutView; readonly onCentre: () => void }

/** The price, read downwards: what it would be, what comes off and why, what was left out and why, and where to choose otherwise. */
export const QuoteCard = ({ view, onCentre }: Props) => {
  const now = usePhone().now()
  const { quote, deals, delivery } = view
  const about = { deliveryKind: delivery.kind, titles: titlesOf(view.lines), now }
  return (
    <Card>
      <SavedHint view={view} />
      <View className="mt2">
        <QuoteList rows={quoteRows(quote, about)} />
      </View>
      <Unused rows={unusedRows(quote, now).filter(({ key }) => key !== 'points')} />
      <AddOnRow addOn={view.addOn} />
      {view.group === null && <Choosing view={view} onCentre={onCentre} />}
      {deals.points && deals.points.spendable > 0 && <Points points={deals.points} isOn={deals.choice.usePoints} />}
    </Card>
  )
}

/** The one green line, and where somebody chose otherwise, the way back to the lowest price. */
const SavedHint = ({ view: { quote, deals } }: Pick<Props, 'view'>) => {
  const isByHand = useDraft(({ wish }) => wish.couponId !== undefined || wish.deliveryCouponId !== undefined)
  const spare = subtractFen(quote.totalFen, cheapestTotal(quote.totalFen, deals.options))
  const { best, plain, chosen } = copy.saved
  const isBest = spare === 0 && deals.options.some(({ isUsable }) => isUsable)
  const say = isBest ? best : isByHand ? chosen : plain
  return (
    <>
      {quote.savedFen > 0 && (
        <Hint icon="check" isStrong>
          {say(yuanText(quote.savedFen))}
        </Hint>
      )}
      {spare > 0 && (
        <View className="mt2 center">
          <More text={copy.deals.back(yuanText(spare))} onTap={wishBest} />
        </View>
      )}
    </>
  )
}

const Choosing = ({ view, onCentre }: Props) => {
  const [isOpen, setIsOpen] = useState(false)
  const { options } = view.deals
  const usable = options.filter(({ isUsable }) => isUsable).length
  return (
    <>
      <View className="mt2">
        <ListRow
          title={copy.deals.title}
          note={options.length > 0 ? copy.deals.count(usable) : copy.deals.none}
          onTap={() => setIsOpen(true)}
        />
      </View>
      {isOpen && (
        <CouponSheet view={view} coupons={couponsOf(view.deals)} onCentre={onCentre} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}

type PointsProps = { readonly points: NonNullable<CheckoutView['deals']['points']>; readonly isOn: boolean }

const Points = ({ points: { balance, spendable, worthFen }, isOn }: PointsProps) => (
  <View className="checkout-points">
    <SwitchRow
      title={`${copy.points.title(spendable)}，${copy.points.worth(yuanText(worthFen))}`}
      note={(spendable < balance ? copy.points.some : copy.points.all)(balance)}
      isOn={isOn}
      onChange={wishPoints}
    />
  </View>
)

/** The closest one is in sight; who wants to know about the others opens them. */
const IN_SIGHT = 1

export const Unused = ({ rows }: { readonly rows: readonly UnusedRow[] }) => {
  const [isOpen, setIsOpen] = useState(false)
  const shown = isOpen ? rows : rows.slice(0, IN_SIGHT)
  return (
    <>
      {shown.map(({ key, title, missing, why }) => (
        <UnusedOffer key={key} title={title} missing={missing} why={why} />
      ))}
      {rows.length > IN_SIGHT && (
        <View className="mt3 center">
          <More
            text={isOpen ? copy.unused.less : copy.unused.more(rows.length - IN_SIGHT)}
            onTap={() => setIsOpen(!isOpen)}
          />
        </View>
      )}
    </>
  )
}
