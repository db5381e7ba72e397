/** All products: find, put on and take off the shelf, open to edit. */
import { useState } from 'react'
import type { Key } from 'react'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router-dom'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { countText } from '../parts/count-text'
import { FilterPill, TextPill } from '../parts/filter-pill'
import { Card, Page } from '../parts/page'
import { Pager } from '../parts/pager'
import { Empty, Failed, Skeleton } from '../parts/states'
import { StatusTabs } from '../parts/status-tabs'
import { oneOf, useUrlState } from '../parts/url-state'
import { CategoriesDrawer } from './categories-drawer'
import { categoryChoices } from './category-choices'
import { copy } from './copy'
import { PAGE_SIZE, productTabs, productsInput } from './list-filters'
import { ProductsTable } from './products-table'
import { StatusBar } from './status-bar'
import './products.css'

export const Screen = () => {
  const { search, change } = useUrlState()
  const { data, error, refetch } = useCloud('staff-catalog', 'products', productsInput(search), { keepsPrevious: true })
  const [chosen, setChosen] = useState<Key[]>([])
  const go = useNavigate()
  const can = useCan()
  const refilter = (values: Record<string, string | undefined>): void => {
    setChosen([])
    change(values)
  }
  return (
    <Page title={copy.title} aside={data && copy.aside(countText(data.counts.all))} actions={<TopTools />} fixed>
      <Filters onChange={refilter} />
      <Card flush className="products">
        <StatusTabs
          tabs={productTabs.map((key) => ({ key, label: copy.tabs[key], count: data?.counts[key] }))}
          active={oneOf(productTabs, search.get('tab'), 'all')}
          onChange={(tab) => refilter({ tab: tab === 'all' ? undefined : tab })}
        />
        <div className="scroll-body">
          {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={10} />)}
          {data && data.rows.length === 0 && (
            <Empty icon="bag" title={copy.none} note={copy.noneNote}>
              {can('product.write') && (
                <Link to="/products/new">
                  <Button>{copy.create}</Button>
                </Link>
              )}
            </Empty>
          )}
          {data && data.rows.length > 0 && (
            <ProductsTable
              rows={data.rows}
              chosen={chosen}
              onChoose={can('product.write') ? setChosen : undefined}
              onOpen={(id) => go(`/products/${id}`)}
            />
          )}
        </div>
        {data && chosen.length > 0 && (
          <StatusBar rows={data.rows.filter(({ id }) => chosen.includes(id))} onClear={() => setChosen([])} />
        )}
        {data && <Pager total={data.total} pageSize={PAGE_SIZE} onChange={() => setChosen([])} />}
      </Card>
    </Page>
  )
}

const Filters = ({ onChange }: { onChange: (values: Record<string, string>) => void }) => {
  const { search } = useUrlState()
  const can = useCan()
  const [isSorting, setSorting] = useState(false)
  const { data } = useCloud('staff-catalog', 'categories', {})
  return (
    <div className="filter-pills">
      <TextPill name={copy.filters.text} value={search.get('text') ?? ''} onChange={(text) => onChange({ text })} />
      <FilterPill
        name={copy.filters.category}
        value={search.get('category') ?? ''}
        choices={categoryChoices(data?.categories ?? [])}
        onChange={(category) => onChange({ category })}
      />
      <FilterPill
        name={copy.filters.low}
        value={search.get('low') ?? ''}
        choices={[{ value: '1', label: copy.filters.lowOnly }]}
        onChange={(low) => onChange({ low })}
      />
      <span className="filter-pills__end">
        <Button onClick={() => setSorting(true)}>{copy.categories}</Button>
        {can('product.write') && (
          <Link to="/products/new">
            <Button type="primary">{copy.create}</Button>
          </Link>
        )}
      </span>
      {isSorting && <CategoriesDrawer onClose={() => setSorting(false)} />}
    </div>
  )
}
