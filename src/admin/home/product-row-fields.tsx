import { Button } from 'antd'
import type { ProductId } from '@/domain/ids'
import { copy as words } from '../parts/copy'
import { Icon } from '../parts/icon'
import { Picture } from '../parts/picture'
import { ProductPicker } from '../parts/product-picker'
import { copy } from './copy'
import { moved } from './draft'
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
            <Button
              size="small"
              type="text"
              aria-label={words.moveUp}
              disabled={at === 0}
              icon={<Icon name="up" size={12} />}
              onClick={() => onChange(moved(productIds, at, at - 1))}
            />
            <Button
              size="small"
              type="text"
              aria-label={words.moveDown}
              disabled={at === productIds.length - 1}
              icon={<Icon name="down" size={12} />}
              onClick={() => onChange(moved(productIds, at, at + 1))}
            />
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
