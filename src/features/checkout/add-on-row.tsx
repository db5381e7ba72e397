import { View } from '@tarojs/components'
import type { CheckoutAddOn } from '@/contract/order'
import { fen, yuanText } from '@/domain/money'
import { Button } from '@/ui/button'
import { ImageBox } from '@/ui/image-box'
import { copy } from './copy'
import { takeExtra, useDraft } from './draft'
import './checkout.scss'

const words = copy.addOn

/** One more thing with which a coupon counts: what it is, what it costs, and what the order costs more then. Taken, it can be left again. */
export const AddOnRow = ({ addOn }: { readonly addOn: CheckoutAddOn | null }) => {
  const extra = useDraft((draft) => draft.extra)
  if (extra) {
    return (
      <View className="add-on">
        <View className="grow n2">{words.taken(extra.title)}</View>
        <Button isSmall kind="line" label={words.leaveIt(extra.title)} onTap={() => takeExtra(null)}>
          {words.leave}
        </Button>
      </View>
    )
  }
  if (!addOn) return null
  const { line, unitPriceFen, couponName, moreFen } = addOn
  return (
    <View className="add-on">
      <View className="add-on-picture">
        <ImageBox picture={line.picture} isSmall />
      </View>
      <View className="grow">
        <View className="cut">{words.what(line.title, yuanText(unitPriceFen))}</View>
        <View className="n1">{words.why(couponName, moreFen, yuanText(fen(Math.abs(moreFen))))}</View>
      </View>
      <Button isSmall kind="line" label={words.takeIt(line.title)} onTap={() => takeExtra(line)}>
        {words.take}
      </Button>
    </View>
  )
}
