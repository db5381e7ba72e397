import { View } from '@tarojs/components'
import type { CheckoutView, CouponOptionView } from '@/contract/order'
import type { CouponId } from '@/domain/ids'
import { fen, yuanText } from '@/domain/money'
import { Button } from '@/ui/button'
import { More } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { endsSoon, endsText, offerText, scopeText } from '@/ui/coupon-words'
import { Icon } from '@/ui/icon'
import { usePhone } from '@/ui/phone'
import { Sheet } from '@/ui/sheet'
import { tap } from '@/ui/tap'
import type { Coupons, CouponsOfKind, Usable } from './best'
import { copy } from './copy'
import { useDraft, wishCoupon, wishDeliveryCoupon } from './draft'
import { whyWords } from './explain'
import './coupon-sheet.scss'

const words = copy.deals

type Props = {
  readonly view: CheckoutView
  readonly coupons: Coupons
  readonly onCentre: () => void
  readonly onClose: () => void
}

/** The wallet at this order: what each coupon would do, and why the others can't. The price below follows each tap. */
export const CouponSheet = ({ view, coupons: { goods, delivery }, onCentre, onClose }: Props) => {
  const { couponId, deliveryCouponId } = useDraft(({ wish }) => wish)
  const { choice } = view.deals
  const isEmpty = view.deals.options.length === 0
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.sheet}
      foot={
        <Button width="grow" onTap={onClose}>
          {words.done(yuanText(view.quote.totalFen))}
        </Button>
      }
    >
      {isEmpty && (
        <View className="picker-empty">
          <View className="n2">{words.empty}</View>
          <More text={words.centre} onTap={onCentre} />
        </View>
      )}
      <Kind
        title={words.goods}
        none={words.noCoupon}
        coupons={goods}
        view={view}
        on={couponId === undefined ? choice.couponId : couponId}
        onTake={wishCoupon}
      />
      <Kind
        title={words.delivery}
        none={words.noDelivery}
        coupons={delivery}
        view={view}
        on={deliveryCouponId === undefined ? choice.deliveryCouponId : deliveryCouponId}
        onTake={wishDeliveryCoupon}
      />
      <Unusable view={view} coupons={[...goods.unusable, ...delivery.unusable]} />
    </Sheet>
  )
}

type KindProps = {
  readonly title: string
  readonly none: string
  readonly coupons: CouponsOfKind
  readonly view: CheckoutView
  readonly on: CouponId | null
  readonly onTake: (id: CouponId | null) => void
}

const Kind = ({ title, none, coupons: { usable, bestId }, on, onTake }: KindProps) => {
  if (usable.length === 0) return null
  return (
    <View className="picker-kind">
      <View className="picker-title">{title}</View>
      {usable.map((coupon) => (
        <Row
          key={coupon.id}
          coupon={coupon}
          isBest={coupon.id === bestId}
          isOn={coupon.id === on}
          onTap={() => onTake(coupon.id)}
        />
      ))}
      <View className="picker-row" {...tap(() => onTake(null), none, { role: 'radio', isOn: on === null })}>
        <View className="grow">{none}</View>
        <Mark isOn={on === null} />
      </View>
    </View>
  )
}

type RowProps = {
  readonly coupon: Usable
  readonly isBest: boolean
  readonly isOn: boolean
  readonly onTap: () => void
}

const Row = ({ coupon, isBest, isOn, onTap }: RowProps) => (
  <View className="picker-row" {...tap(onTap, undefined, { role: 'radio', isOn })}>
    <View className="grow">
      <View className="row">
        <View className="b cut">{coupon.name}</View>
        {isBest && (
          <Chip tone="leaf" isSmall>
            {words.best}
          </Chip>
        )}
      </View>
      <Facts coupon={coupon} />
    </View>
    <View className="picker-saves">{savesText(coupon)}</View>
    <Mark isOn={isOn} />
  </View>
)

const savesText = ({ savesFen }: Usable): string =>
  savesFen > 0 ? words.saves(yuanText(savesFen)) : savesFen === 0 ? words.same : words.costs(yuanText(fen(-savesFen)))

const Facts = ({ coupon }: { readonly coupon: CouponOptionView }) => {
  const now = usePhone().now()
  const isSoon = endsSoon(coupon.expiresAt, now)
  return (
    <View className="n1">
      {`${offerText(coupon)} · ${scopeText(coupon.scopeNames)} · `}
      <View className={isSoon ? 'picker-ends acc' : 'picker-ends'}>{endsText(coupon.expiresAt, now)}</View>
    </View>
  )
}

const Mark = ({ isOn }: { readonly isOn: boolean }) => (
  <View className={isOn ? 'picker-mark picker-mark-on' : 'picker-mark'}>{isOn && <Icon name="check" size={14} />}</View>
)

/** Still to be read: what it lacks comes first, then the coupon itself. */
const Unusable = ({
  view,
  coupons,
}: {
  readonly view: CheckoutView
  readonly coupons: Coupons['goods']['unusable']
}) => {
  const now = usePhone().now()
  if (coupons.length === 0) return null
  return (
    <View className="picker-kind">
      <View className="picker-title">{words.unusable}</View>
      {coupons.map((coupon) => {
        const said = whyWords(coupon.why, view.quote, now)
        return (
          <View className="picker-row picker-off" key={coupon.id}>
            <View className="grow">
              <View className="row sp">
                <View className="b cut">{coupon.name}</View>
                <Chip tone="honey" isSmall>
                  {said.missing}
                </Chip>
              </View>
              <View className="n1">{`${offerText(coupon)} · ${scopeText(coupon.scopeNames)}`}</View>
              <View className="n1">{said.why}</View>
            </View>
          </View>
        )
      })}
    </View>
  )
}
