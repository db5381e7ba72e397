/** Find a product by name and take it. */
import { useState } from 'react'
import { Select } from 'antd'
import type { StaffProductRow } from '@/contract/staff-catalog'
import type { ProductId } from '@/domain/ids'
import { useCloud } from '../cloud/use-cloud'
import { Money } from './money'
import { Picture } from './picture'
import './product-picker.css'

type Props = {
  /** Null keeps the field empty after each pick. */
  value: ProductId | null
  placeholder: string
  without?: readonly ProductId[]
  isOff?: boolean
  onPick: (product: StaffProductRow) => void
}

export const ProductPicker = ({ value, placeholder, without = [], isOff = false, onPick }: Props) => {
  const [text, setText] = useState('')
  const { data, isFetching } = useCloud(
    'staff-catalog',
    'products',
    { status: 'on', ...(text ? { text } : {}), pageSize: 20 },
    { keepsPrevious: true },
  )
  const own = useCloud('staff-catalog', 'product', { productId: value as ProductId }, { isOff: value === null })
  const rows = (data?.rows ?? []).filter(({ id }) => !without.includes(id))
  const isListed = rows.some(({ id }) => id === value)
  return (
    <Select<ProductId>
      showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim().slice(0, 40)) }}
      // an id says nothing to anybody: nothing stands there until its name is known
      value={isListed || own.data ? value : null}
      placeholder={placeholder}
      loading={isFetching}
      disabled={isOff}
      popupMatchSelectWidth={340}
      style={{ flex: 1, minWidth: 0, width: '100%' }}
      onSelect={(id) => {
        const row = rows.find((candidate) => candidate.id === id)
        if (row) onPick(row)
      }}
      options={[
        ...rows.map((row) => ({ value: row.id, label: row.title })),
        ...(value && own.data && !isListed ? [{ value, label: own.data.title }] : []),
      ]}
      optionRender={({ value: id }) => {
        const row = rows.find((candidate) => candidate.id === id)
        return row ? <Row row={row} /> : null
      }}
    />
  )
}

const Row = ({ row }: { row: StaffProductRow }) => (
  <span className="product-picker__row">
    <Picture picture={row.picture} size={28} radius={6} />
    <span className="product-picker__title">{row.title}</span>
    <Money amount={row.priceFromFen} weight={500} />
  </span>
)
