import type { GroupView } from '@/contract/group-buy'
import { unitPrice } from '@/domain/pricing/unit-price'
import { go } from '@/platform/navigate'
import { useMe } from '@/platform/session'
import { SkuSheet } from '@/ui/sku-sheet'
import { copy } from './copy'

type Props = {
  readonly product: GroupView['product']
  readonly shareCode: string | null
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** One thing only: it goes straight to the checkout. */
export const isSimple = ({ skus, specs }: GroupView['product']): boolean => skus.length === 1 && specs.length === 0

export const buyAlone = (skuId: string, quantity: number, shareCode: string | null): void =>
  go.checkout({ skuId, quantity, shareCode: shareCode ?? undefined })

/** Without neighbours, at one's own price: which one, and how many. */
export const AloneSheet = ({ product, shareCode, isOpen, onClose }: Props) => {
  const level = useMe()?.level ?? 'ordinary'
  const buy = (skuId: string, quantity: number) => {
    onClose()
    buyAlone(skuId, quantity, shareCode)
  }
  return (
    <SkuSheet
      key={isOpen ? 'open' : 'shut'}
      isOpen={isOpen}
      onClose={onClose}
      title={copy.sheet.alone}
      picture={product.picture}
      specs={product.specs}
      skus={product.skus.map((sku) => ({
        id: sku.id,
        options: sku.options,
        picture: sku.picture,
        priceFen: unitPrice(sku, level).unitPriceFen,
        available: sku.available,
        stock: copy.sheet.inStore(sku.available),
      }))}
      acts={[{ text: copy.sheet.buy, onTap: buy }]}
    />
  )
}
