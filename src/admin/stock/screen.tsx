/** What is there of everything, what runs out first, and the ledger behind each number. */
import { useState } from 'react'
import { isId } from '@/domain/ids'
import type { CallInput } from '@/contract/index'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { countText } from '../parts/count-text'
import { FilterPill, TextPill } from '../parts/filter-pill'
import { Card, Columns, Page } from '../parts/page'
import { Pager } from '../parts/pager'
import { Empty, Failed, Skeleton } from '../parts/states'
import { pageOf, useUrlState } from '../parts/url-state'
import { AdjustForm } from './adjust-form'
import { copy } from './copy'
import { Ledger } from './ledger'
import type { LedgerSku } from './ledger'
import { StockTable, ledgerSku } from './stock-table'
import './stock.css'

const PAGE_SIZE = 20

const inputOf = (search: URLSearchParams): CallInput<'staff-catalog', 'stock'> => {
  const text = search.get('text')?.trim().slice(0, 40)
  return {
    ...(text ? { text } : {}),
    ...(search.get('low') ? { lowOnly: true } : {}),
    page: pageOf(search),
    pageSize: PAGE_SIZE,
  }
}

export const Screen = () => {
  const { search, change } = useUrlState()
  const { data, error, refetch } = useCloud('staff-catalog', 'stock', inputOf(search), { keepsPrevious: true })
  const [adjusted, setAdjusted] = useState<LedgerSku>()
  const open = search.get('open')
  const openRow = isId('sku', open) ? data?.rows.find(({ skuId }) => skuId === open) : undefined
  return (
    <Page
      title={copy.title}
      aside={data && copy.aside(countText(data.total), countText(data.lowCount))}
      actions={<TopTools />}
      fixed
    >
      <div className="filter-pills">
        <TextPill name={copy.filters.text} value={search.get('text') ?? ''} onChange={(text) => change({ text })} />
        <FilterPill
          name={copy.filters.low}
          value={search.get('low') ?? ''}
          choices={[{ value: '1', label: copy.filters.lowOnly }]}
          onChange={(low) => change({ low })}
        />
      </div>
      <div className="stock">
        <Columns side={372}>
          <Card flush className="stock__list">
            <div className="scroll-body">
              {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={10} />)}
              {data && data.rows.length === 0 && <Empty icon="box" title={copy.none} note={copy.noneNote} />}
              {data && data.rows.length > 0 && (
                <StockTable
                  rows={data.rows}
                  openId={openRow?.skuId}
                  onOpen={({ skuId }) => change({ open: skuId })}
                  onAdjust={setAdjusted}
                />
              )}
            </div>
            {data && <Pager total={data.total} pageSize={PAGE_SIZE} />}
          </Card>
          {openRow ? (
            <Ledger key={openRow.skuId} sku={ledgerSku(openRow)} />
          ) : (
            <Card>
              <Empty icon="box" title={copy.ledger.pick} note={copy.ledger.pickNote} />
            </Card>
          )}
        </Columns>
      </div>
      {adjusted && <AdjustForm sku={adjusted} onClose={() => setAdjusted(undefined)} />}
    </Page>
  )
}
