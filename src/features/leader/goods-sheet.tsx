import { goodsName } from './words'
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { SaleGoods } from '@/contract/leader'
import type { SkuId } from '@/domain/ids'
import { yuanText } from '@/domain/money'
import { saidOf } from '@/platform/said'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { ImageBox } from '@/ui/image-box'
import { SearchBar } from '@/ui/search-bar'
import { Sheet } from '@/ui/sheet'
import { SkeletonLines } from '@/ui/skeleton'
import { AddKey } from '@/ui/stepper'
import { refused } from './copy'
import { editCopy } from './edit-copy'
import { useCatalogue } from './use-catalogue'
import './leader.scss'

const words = editCopy.goods
/** The shop counts up to there. */
const MANY = 999

type Props = {
  readonly chosen: readonly { readonly skuId: SkuId }[]
  readonly onClose: () => void
  readonly onChoose: (goods: SaleGoods) => void
}

/** The shop's shelf: a tap puts one in, the sheet stays for the next. */
export const GoodsSheet = ({ chosen, onClose, onChoose }: Props) => {
  const [text, setText] = useState('')
  const { view, trouble, list } = useCatalogue(text)
  return (
    <Sheet isOpen onClose={onClose} title={words.sheet}>
      <SearchBar value={text} hint={words.search} onInput={setText} onSubmit={setText} />
      <View className="roll-found">
        {list.items.map((goods) => (
          <View className="roll-line" key={goods.skuId}>
            <View className="roll-thumb">
              <ImageBox picture={goods.picture} isSmall isSquare />
            </View>
            <View className="grow">
              <View className="cut">{goodsName(goods)}</View>
              <View className="n1">
                {`${words.range(yuanText(goods.floorFen), yuanText(goods.shopFen))} · ${goods.available >= MANY ? words.many : words.left(goods.available)}`}
              </View>
            </View>
            {chosen.some(({ skuId }) => skuId === goods.skuId) ? (
              <View className="roll-in">
                <Icon name="check" size={18} />
                {words.in}
              </View>
            ) : (
              <AddKey isFilled label={`${words.add}${goods.title}`} onTap={() => onChoose(goods)} />
            )}
          </View>
        ))}
        {!view && !trouble && <SkeletonLines />}
        {trouble && <View className="n2 center">{saidOf(trouble, refused)}</View>}
        {view && list.items.length === 0 && <View className="n2 center">{words.nothing}</View>}
        {!list.isEnd && (
          <Button kind="ghost" width="wide" isBusy={list.isAsking} onTap={() => void list.more()}>
            {words.moreGoods}
          </Button>
        )}
      </View>
    </Sheet>
  )
}
