import { View } from '@tarojs/components'
import type { CheckoutView } from '@/contract/order'
import type { DeliveryKind } from '@/domain/order/fulfilment'
import { yuanText } from '@/domain/money'
import { Icon } from '@/ui/icon'
import { Sheet } from '@/ui/sheet'
import { tap } from '@/ui/tap'
import { copy, wayName } from './copy'
import { chooseWay } from './draft'
import './checkout.scss'

type Choice = CheckoutView['choices'][number]

const feeText = (choice: Choice): string =>
  choice.unavailable
    ? copy.noWay[choice.unavailable]
    : choice.promise && choice.promise.feeFen > 0
      ? `¥${yuanText(choice.promise.feeFen)}`
      : copy.free

/** Pick-up, the store's courier or express, each with what it costs now. */
export const WayTabs = ({ view, onAddress }: { readonly view: CheckoutView; readonly onAddress: () => void }) => {
  const take = (kind: DeliveryKind, why: Choice['unavailable']) => {
    const [point, address] = [view.pickupPoints[0], view.delivery.address ?? view.addresses[0]]
    if (kind === 'pickup') return point && chooseWay({ kind, pickupPointId: point.id })
    if (why === 'no-address' || !address) return onAddress()
    chooseWay({ kind, addressId: address.id })
  }
  return (
    <View className="checkout-ways" {...{ 'aria-label': copy.ways }}>
      {view.choices.map((choice) => {
        const isOn = choice.kind === view.delivery.kind
        const isShut = choice.unavailable === 'out-of-area'
        return (
          <View
            key={choice.kind}
            className={`checkout-way${isOn ? ' checkout-way-on' : ''}${isShut ? ' checkout-way-shut' : ''}`}
            {...tap(isShut || isOn ? undefined : () => take(choice.kind, choice.unavailable), undefined, {
              role: 'radio',
              isOn,
            })}
          >
            <View className="b">{wayName[choice.kind]}</View>
            <View className="n1">{feeText(choice)}</View>
          </View>
        )
      })}
    </View>
  )
}

type SheetProps = { readonly view: CheckoutView; readonly isOpen: boolean; readonly onClose: () => void }

/** Which pick-up point. */
export const WaySheet = ({ view, isOpen, onClose }: SheetProps) => (
  <Sheet isOpen={isOpen} onClose={onClose} title={copy.choosePoint}>
    {view.pickupPoints.map((point) => {
      const isOn = point.id === view.delivery.pickupPoint?.id
      const take = () => {
        chooseWay({ kind: 'pickup', pickupPointId: point.id })
        onClose()
      }
      return (
        <View className="point" key={point.id} {...tap(take, undefined, { role: 'radio', isOn })}>
          <View className="grow">
            <View className="b">{point.name}</View>
            <View className="n1">
              {point.address + (point.walkMinutes ? ` · ${copy.walk(point.walkMinutes)}` : '')}
            </View>
            <View className="n1">{point.hours}</View>
          </View>
          {isOn && <Icon name="check" className="point-check" />}
        </View>
      )
    })}
  </Sheet>
)
