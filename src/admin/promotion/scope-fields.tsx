/** Which goods a deal is for. */
import { Segmented, Select } from 'antd'
import type { CategoryId, ProductId } from '@/domain/ids'
import type { Scope } from '@/domain/promotion/scope'
import { useCloud } from '../cloud/use-cloud'
import { ProductPicker } from '../parts/product-picker'
import { Field } from '../parts/field'
import { Icon } from '../parts/icon'
import { copy } from './coupon-copy'

type Props = {
  scope: Scope
  /** Names as the server knows them, in the order of the ids. */
  names: readonly string[]
  isOff: boolean
  onScope: (scope: Scope) => void
}

const words = copy.form

export const ScopeFields = ({ scope, names, isOff, onScope }: Props) => {
  const { data } = useCloud('staff-promotion', 'shelves', {}, { isStill: true })
  return (
    <Field label={words.scope} isWide>
      <span className="scope">
        <Segmented<Scope['kind']>
          disabled={isOff}
          value={scope.kind}
          options={(['all', 'categories', 'products'] as const).map((value) => ({ value, label: words.scopes[value] }))}
          onChange={(kind) => onScope(kind === 'all' ? { kind } : { kind, ids: [] })}
        />
        {scope.kind === 'categories' && (
          <Select<CategoryId[]>
            mode="multiple"
            aria-label={words.categories}
            disabled={isOff}
            placeholder={words.categories}
            value={[...scope.ids]}
            options={(data?.categories ?? []).map(({ id, name }) => ({ value: id as CategoryId, label: name }))}
            optionFilterProp="label"
            style={{ width: '100%' }}
            onChange={(ids) => onScope({ kind: 'categories', ids })}
          />
        )}
        {scope.kind === 'products' && (
          <>
            <span className="scope__chips">
              {scope.ids.map((id, at) => (
                <ProductChip
                  key={id}
                  id={id}
                  name={names[at]}
                  isOff={isOff}
                  onRemove={() => onScope({ kind: 'products', ids: scope.ids.filter((other) => other !== id) })}
                />
              ))}
            </span>
            <ProductPicker
              value={null}
              placeholder={words.products}
              without={scope.ids}
              isOff={isOff}
              onPick={({ id }) => onScope({ kind: 'products', ids: [...scope.ids, id] })}
            />
          </>
        )}
      </span>
    </Field>
  )
}

type ChipProps = { id: ProductId; name: string | undefined; isOff: boolean; onRemove: () => void }

const ProductChip = ({ id, name, isOff, onRemove }: ChipProps) => {
  const { data } = useCloud('staff-catalog', 'product', { productId: id }, { isStill: true })
  return (
    <span className="scope__chip">
      {data?.title ?? name ?? '…'}
      {!isOff && (
        <button type="button" aria-label={data?.title ?? ''} onClick={onRemove}>
          <Icon name="close" size={10} />
        </button>
      )}
    </span>
  )
}
