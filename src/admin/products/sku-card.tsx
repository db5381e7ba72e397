/** Specs, and under them a row of prices and stock for every combination. */
import { useState } from 'react'
import { Button, Segmented } from 'antd'
import type { StaffProduct } from '@/contract/staff-catalog'
import { useCan } from '../cloud/session'
import { Card } from '../parts/page'
import { AdjustForm } from '../stock/adjust-form'
import { BulkPrice } from './bulk-price'
import { editorCopy } from './copy'
import type { Draft } from './draft'
import { SkuMatrix } from './sku-matrix'
import type { MatrixView } from './sku-row'
import { SpecRows } from './spec-rows'

type Props = {
  draft: Draft
  kept: Draft
  product: StaffProduct | null
  marked: number
  onMark: (row: number) => void
  onDraft: (draft: Draft) => void
}

const words = editorCopy.skus
const views = (Object.keys(words.views) as MatrixView[]).map((value) => ({ value, label: words.views[value] }))

export const SkuCard = ({ draft, kept, product, marked, onMark, onDraft }: Props) => {
  const [view, setView] = useState<MatrixView>('price')
  const [dialog, setDialog] = useState<'bulk' | 'stock'>()
  const can = useCan()
  const sku = product?.skus.find(({ id }) => id === draft.skus[marked]?.id)
  return (
    <Card
      title={words.title}
      aside={words.aside(draft.specs.length, draft.skus.length)}
      className="sku-card"
      action={
        <>
          <Segmented size="small" options={views} value={view} onChange={setView} />
          {can('product.write') && (
            <Button size="small" onClick={() => setDialog('bulk')}>
              {words.bulk}
            </Button>
          )}
          {can('stock.adjust') && sku && (
            <Button size="small" onClick={() => setDialog('stock')}>
              {words.adjust}
            </Button>
          )}
        </>
      }
    >
      <SpecRows draft={draft} onDraft={onDraft} />
      <SkuMatrix
        draft={draft}
        kept={kept}
        product={product}
        view={view}
        marked={marked}
        onMark={onMark}
        onDraft={onDraft}
      />
      <p className="sku-card__foot aside">{words.foot}</p>
      {dialog === 'bulk' && <BulkPrice draft={draft} onDraft={onDraft} onClose={() => setDialog(undefined)} />}
      {dialog === 'stock' && sku && (
        <AdjustForm
          sku={{
            skuId: sku.id,
            name: [draft.title, ...sku.options].join(' · '),
            available: sku.available,
            held: sku.held,
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Card>
  )
}
