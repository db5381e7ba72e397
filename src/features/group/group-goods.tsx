import { View } from '@tarojs/components'
import type { GroupView } from '@/contract/group-buy'
import { yuanText } from '@/domain/money'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { Hint } from '@/ui/notice'
import { PriceText } from '@/ui/price-text'
import { PriceWays, type Way } from '@/ui/price-ways'
import { copy } from './copy'
import { asFen, type GroupPrices } from './prices'
import './group.scss'

type Props = { readonly view: GroupView; readonly prices: GroupPrices | null; readonly onProduct: () => void }

/** What is bought together, and its prices side by side: in the group, as a member, alone. */
export const GroupGoods = ({ view, prices, onProduct }: Props) => {
  const { title, subtitle, tags } = view.product
  const paid = view.mine?.state === 'confirmed' ? view.mine.paidFen : null
  const note = tags.length > 0 ? tags.join(' · ') : subtitle
  return (
    <Card look="up" className="mt4">
      <View className="b group-goods">{title}</View>
      {note && <View className="n1 mt1 cut">{note}</View>}
      {prices && (
        <View className="mt3">
          <PriceWays ways={waysOf(prices)} />
        </View>
      )}
      {prices && prices.memberFen !== null && prices.savedFen > 0 && (
        <View className="n1 leafy mt2">{copy.saves(yuanText(asFen(prices.savedFen)))}</View>
      )}
      {prices && prices.savedFen < 0 && (
        <Hint icon="person" className="mt3">
          {copy.note.cheaper}
        </Hint>
      )}
      {paid !== null && <ListRow title={copy.paidRow} note={<PriceText fen={paid} isTotal isInk size={18} />} />}
      <View className="group-product">
        <ListRow title={copy.dock.product} onTap={onProduct} />
      </View>
    </Card>
  )
}

/** Where members pay less, their price stands between the two; else what is saved stands last, as there is room. */
const waysOf = ({ groupFen, isFrom, memberFen, aloneFen, savedFen }: GroupPrices): readonly Way[] => [
  { name: isFrom ? copy.price.togetherFrom : copy.price.together, priceFen: groupFen },
  ...(memberFen !== null ? [{ name: copy.price.member, priceFen: memberFen }] : []),
  { name: copy.price.alone, priceFen: aloneFen },
  ...(memberFen === null && savedFen > 0
    ? [{ name: copy.price.saved, priceFen: asFen(savedFen), isSaving: true }]
    : []),
]

/** Three steps, and what happens if it does not come about. */
export const GroupSteps = ({ view }: { readonly view: GroupView }) => {
  const { pickupPoint, size } = view
  const where = pickupPoint ? copy.steps.fetchAt(pickupPoint.name) : copy.steps.fetchHome
  const steps: readonly (readonly [IconName, readonly [string, string]])[] = [
    ['card', copy.steps.pay],
    ['people', copy.steps.fill(size)],
    ['store', [copy.steps.fetch, where]],
  ]
  return (
    <>
      <Card>
        <View className="group-steps">
          {steps.map(([icon, [what, how]]) => (
            <View className="group-step" key={icon}>
              <View className="group-step-sign">
                <Icon name={icon} size={18} />
              </View>
              {what}
              <View>{how}</View>
            </View>
          ))}
        </View>
      </Card>
      <View className="n1 center mt3 group-line">{copy.refundLine}</View>
    </>
  )
}
