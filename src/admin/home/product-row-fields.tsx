import { Button } from 'antd'
import type { ProductId } from '@/domain/ids'
import { Icon } from '../parts/icon'
import { moved } from '../parts/moved'
import { Picture } from '../parts/picture'
import { PlaceKeys } from '../parts/place-keys'
import { ProductPicker } from '../parts/product-picker'
import { copy } from './copy'
import type { Shown } from './draft'

const MAX_PRODUCTS = 12

type Props = {
  productIds: ProductId[]
  products: readonly Shown[]
  onChange: (productIds: ProductId[]) => void
  onFound: (product: Shown) => void
}

export const ProductRowFields = ({ productIds, products, onChange, onFound }: Props) => (
  <div>
    <span className="field__label">
      {copy.products} {copy.productsNote(productIds.length)}
    </span>
    <ul className="product-row-fields">
      {productIds.map((id, at) => {
        const product = products.find((shown) => shown.id === id)
        return (
          <li key={id}>
            <Picture picture={product?.picture ?? null} size={34} />
            <span className="product-row-fields__title">{product?.title ?? id}</span>
            <PlaceKeys at={at} count={productIds.length} onMove={(to) => onChange(moved(productIds, at, to))} />
            <Button
              size="small"
              type="text"
              aria-label={copy.remove}
              icon={<Icon name="close" size={12} />}
              onClick={() => onChange(productIds.filter((other) => other !== id))}
            />
          </li>
        )
      })}
    </ul>
    {productIds.length < MAX_PRODUCTS && (
      <ProductPicker
        value={null}
        without={productIds}
        placeholder={copy.addProduct}
        onPick={({ id, title, picture, priceFromFen, priceToFen }) => {
          onFound({ id, title, picture, priceFen: priceFromFen, isFrom: priceToFen > priceFromFen })
          onChange([...productIds, id])
        }}
      />
    )}
  </div>
)
