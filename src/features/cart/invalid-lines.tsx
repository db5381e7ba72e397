import { View } from '@tarojs/components'
import type { InvalidCartItem } from '@/contract/cart'
import type { SkuId } from '@/domain/ids'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { ImageBox } from '@/ui/image-box'
import { copy, whyInvalid } from './copy'
import './cart.scss'

type Props = {
  readonly items: readonly InvalidCartItem[]
  readonly onSet: (skuId: SkuId, quantity: number) => void
  readonly onClear: () => void
}

/** What can't be bought now stands apart, says why, and is never counted. */
export const InvalidLines = ({ items, onSet, onClear }: Props) => (
  <Card>
    <CardHead title={copy.invalidTitle} more={copy.clearInvalid} onMore={onClear} />
    {items.map((item) => (
      <View className="cart-line cart-line-out" key={item.skuId}>
        <View className="cart-picture">
          <ImageBox picture={item.picture} isSmall />
        </View>
        <View className="cart-words">
          <View className="b two-lines">{item.title}</View>
          {item.options.length > 0 && <View className="n1 cut">{item.options.join(' · ')}</View>}
          <View className="row sp cart-foot-row">
            <View className="n2">{item.why === 'short' ? copy.left(item.available) : whyInvalid[item.why]}</View>
            {item.why === 'short' && item.available > 0 && (
              <Button kind="line" isSmall onTap={() => onSet(item.skuId, item.available)}>
                {copy.takeLeft(item.available)}
              </Button>
            )}
          </View>
        </View>
      </View>
    ))}
  </Card>
)
