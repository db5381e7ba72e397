import { useState } from 'react'
import { View } from '@tarojs/components'
import type { RollUpView, ShortageView } from '@/contract/leader'
import { yuanText } from '@/domain/money'
import { saidOf } from '@/platform/said'
import { momentText } from '@/ui/moment-text'
import { Button } from '@/ui/button'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { Sheet } from '@/ui/sheet'
import { SkeletonLines } from '@/ui/skeleton'
import { copy, refused } from './copy'
import type { Shortage } from './use-goods'

const words = copy.allocate

type Outline = ShortageView['outlines'][number]
type Props = {
  readonly shortage: Shortage
  readonly pickupPoints: RollUpView['pickupPoints']
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Who would go short by each policy. Only what the sale stated can be pressed; the other stands there to compare. */
export const ShortageSheet = ({ shortage, pickupPoints, onClose, onDone }: Props) => {
  const [isSure, setIsSure] = useState(false)
  const { view, trouble, isSaving } = shortage
  const now = usePhone().now()
  const stated = view?.outlines.find(({ policy }) => policy === view.policy)
  const others = view?.decided ? [] : (view?.outlines.filter(({ policy }) => policy !== view.policy) ?? [])
  const go = async () => {
    if (await shortage.allocate()) onDone()
    setIsSure(false)
  }
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.title}
      foot={
        view &&
        stated &&
        !view.decided && (
          <Button width="grow" isBusy={isSaving} onTap={() => (isSure ? void go() : setIsSure(true))}>
            {isSure ? words.yes(yuanText(stated.refundFen)) : words.go(yuanText(stated.refundFen))}
          </Button>
        )
      }
    >
      {!view && (trouble ? <View className="n2">{saidOf(trouble, refused)}</View> : <SkeletonLines count={3} />)}
      {view && (
        <>
          <View className="b">{view.title}</View>
          <View className="n2">{copy.short.note(view.sold, view.received)}</View>
          {view.decided && (
            <Hint icon="check" className="mt2">
              {words.decided(momentText(view.decided.at, now), yuanText(view.decided.refundFen))}
            </Hint>
          )}
          {isSure && stated && !view.decided && (
            <Hint icon="warn" tone="honey" isStrong className="mt2">
              {words.sure(stated.orders, yuanText(stated.refundFen))}
            </Hint>
          )}
          {stated && <OutlinePart outline={stated} tag={words.stated} pickupPoints={pickupPoints} isWhole />}
          {others.map((outline) => (
            <OutlinePart key={outline.policy} outline={outline} tag={words.other} pickupPoints={pickupPoints} />
          ))}
        </>
      )}
    </Sheet>
  )
}

type PartProps = {
  readonly outline: Outline
  readonly tag: string
  readonly pickupPoints: RollUpView['pickupPoints']
  /** With everybody who goes short, one by one. */
  readonly isWhole?: boolean
}

const OutlinePart = ({ outline, tag, pickupPoints, isWhole = false }: PartProps) => (
  <View className={isWhole ? 'outline outline-on' : 'outline'}>
    <View className="row sp">
      <View className="b">{copy.policy[outline.policy]}</View>
      <View className="n1">{tag}</View>
    </View>
    <View className="n2 mt1">
      {outline.orders > 0
        ? words.outline(outline.orders, yuanText(outline.refundFen), yuanText(outline.commissionFen))
        : words.nobody}
    </View>
    {!isWhole && <View className="n1 mt1">{words.otherNote}</View>}
    {isWhole &&
      outline.places.length > 1 &&
      outline.places.map(({ place, sold, got }) => (
        <View className="n2" key={place ?? ''}>
          {words.place(pickupPoints.find(({ id }) => id === place)?.name ?? copy.roll.noPlace, sold, got)}
        </View>
      ))}
    {isWhole &&
      outline.cuts.map((cut) => (
        <View className="cut-row" key={cut.orderId}>
          <View className="order-number">{cut.number ?? '–'}</View>
          <View className="grow">
            <View>{cut.name}</View>
            <View className="n1">{reasonText(cut.reason)}</View>
          </View>
          <View className="roll-side">
            <View className="n2">{words.cut(cut.cut, cut.ordered)}</View>
            <View className="b">{`¥${yuanText(cut.refundFen)}`}</View>
          </View>
        </View>
      ))}
  </View>
)

const reasonText = (reason: Outline['cuts'][number]['reason']): string =>
  reason.policy === 'first-paid'
    ? words.reason.firstPaid(reason.place, reason.ahead)
    : words.reason.proportional(reason.placeSold, reason.placeGot)
