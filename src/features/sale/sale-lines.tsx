import { memo } from 'react'
import { View } from '@tarojs/components'
import type { SaleLineView } from '@/contract/sale'
import { yuanText } from '@/domain/money'
import { Card } from '@/ui/card'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { AddKey, Stepper } from '@/ui/stepper'
import { mostOf, type Basket } from './basket'
import { copy } from './copy'

type Props = {
  readonly lines: readonly SaleLineView[]
  readonly basket: Basket
  readonly canOrder: boolean
  readonly onChange: (line: SaleLineView, quantity: number) => void
}

export const SaleLines = ({ lines, basket, canOrder, onChange }: Props) => (
  <Card className="sale-lines">
    {lines.map((line) => (
      <Line key={line.skuId} line={line} quantity={basket[line.skuId] ?? 0} canOrder={canOrder} onChange={onChange} />
    ))}
  </Card>
)

type LineProps = Pick<Props, 'canOrder' | 'onChange'> & { readonly line: SaleLineView; readonly quantity: number }

/** Fewer than so many are said. */
const FEW = 10

const Drawn = ({ line, quantity, canOrder, onChange }: LineProps) => {
  const { title, options, subtitle, picture, priceFen, shopFen, sold, left, perPerson } = line
  const most = mostOf(line)
  const facts = [
    options.join(' · ') || subtitle,
    left > 0 && left <= FEW ? copy.few(left) : sold > 0 ? copy.sold(sold) : null,
    perPerson !== null ? copy.limit(perPerson) : null,
  ]
  return (
    <View className="sale-line row top">
      <View className="sale-line-picture">
        <ImageBox picture={picture} isSmall />
      </View>
      <View className="grow">
        <View className="b two-lines">{title}</View>
        <View className="n1 cut">{facts.filter(Boolean).join(' · ')}</View>
        <View className="row sp sale-line-foot">
          <View className="row base">
            <PriceText fen={priceFen} />
            {shopFen > priceFen && <View className="n1">{copy.shop(yuanText(shopFen))}</View>}
          </View>
          {!canOrder ? null : most === 0 && quantity === 0 ? (
            <View className="n1">{left === 0 ? copy.soldOut : copy.enough}</View>
          ) : quantity > 0 ? (
            <Stepper value={quantity} min={0} max={most} label={title} onChange={(value) => onChange(line, value)} />
          ) : (
            <AddKey label={copy.add(title)} isFilled onTap={() => onChange(line, 1)} />
          )}
        </View>
      </View>
    </View>
  )
}

const Line = memo(Drawn)
