import { View } from '@tarojs/components'
import type { GroupView } from '@/contract/group-buy'
import { yuanText } from '@/domain/money'
import { Card } from '@/ui/card'
import { Icon, type IconName } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { Hint } from '@/ui/notice'
import { PriceText } from '@/ui/price-text'
import { PriceWays, type Way } from '@/ui/price-ways'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { asFen, type GroupPrices } from './prices'
import { isEnough } from './words'
import './group.scss'

type Props = { readonly view: GroupView; readonly prices: GroupPrices | null; readonly onProduct: () => void }

/** What is bought together, and its prices side by side: in the group, as a member, alone. */
export const GroupGoods = ({ view, prices, onProduct }: Props) => {
  const { title, subtitle, tags } = view.product
  const paid = view.mine?.state === 'confirmed' ? view.mine.paidFen : null
  // once all have paid there is nothing to compare any more
  const isDone = paid !== null && view.state !== 'open'
  const note = tags.length > 0 ? tags.join(' · ') : subtitle
  return (
    <Card look="up" className="mt4">
      <View className="row" {...tap(onProduct, copy.dock.product, { role: 'link' })}>
        <View className="grow">
          <View className="b group-goods">{title}</View>
          {note && <View className="n1 mt1 cut">{note}</View>}
        </View>
        <Icon name="forward" size={16} className="group-go" />
      </View>
      {prices && !isDone && (
        <View className="mt3">
          <PriceWays ways={waysOf(prices)} />
        </View>
      )}
      {prices && !isDone && prices.memberFen !== null && prices.savedFen > 0 && (
        <View className="n1 leafy mt2">{copy.saves(yuanText(asFen(prices.savedFen)))}</View>
      )}
      {prices && !isDone && prices.savedFen < 0 && (
        <Hint icon="person" className="mt3">
          {copy.note.cheaper}
        </Hint>
      )}
      {paid !== null && <ListRow title={copy.paidRow} note={<PriceText fen={paid} isTotal isInk size={18} />} />}
    </Card>
  )
}

/** Where members pay less, their price stands between the two; else what is saved stands last, as there is room. */
const waysOf = ({ groupFen, isFrom, memberFen, aloneFen, savedFen }: GroupPrices): readonly Way[] => [
  { name: copy.price.together, priceFen: groupFen, isFrom },
  ...(memberFen !== null ? [{ name: copy.price.member, priceFen: memberFen }] : []),
  { name: copy.price.alone, priceFen: aloneFen },
  ...(memberFen === null && savedFen > 0
    ? [{ name: copy.price.saved, priceFen: asFen(savedFen), isSaving: true }]
    : []),
]

type Steps = readonly (readonly [IconName, readonly [string, string]])[]

const StepRow = ({ steps }: { readonly steps: Steps }) => (
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
)

/** Three steps, and what happens if it does not come about. */
export const GroupSteps = ({ view }: { readonly view: GroupView }) => {
  const { pickupPoint, size } = view
  const where = pickupPoint ? copy.steps.fetchFrom(pickupPoint.keeper) : copy.steps.fetchHome
  const steps: Steps = [
    ['card', copy.steps.pay],
    ['people', copy.steps.fill(size)],
    ['store', [copy.steps.fetch, where]],
  ]
  return (
    <>
      <StepRow steps={steps} />
      <View className="n1 center mt3 group-line">{isEnough(view) ? copy.enoughLine : copy.refundLine}</View>
    </>
  )
}

/** Everybody is there: what comes now. */
export const DoneSteps = () => (
  <StepRow
    steps={[
      ['check', copy.steps.together],
      ['store', copy.steps.prepare],
      ['box', copy.steps.follow],
    ]}
  />
)
