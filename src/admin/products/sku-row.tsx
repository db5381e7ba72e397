/** One SKU, edited in place. Rows that share the first value are grouped under it. */
import { Switch } from 'antd'
import type { StaffProduct } from '@/contract/staff-catalog'
import { countText, percentText } from '../parts/count-text'
import { NumberCell, PriceCell, TextCell } from './cells'
import { editorCopy } from './copy'
import { changeSku, marginOf, savedSku } from './draft'
import type { Draft, PriceField, SkuDraft } from './draft'

export type MatrixView = 'price' | 'code'

export type MatrixProps = {
  draft: Draft
  kept: Draft
  product: StaffProduct | null
  view: MatrixView
  marked: number
  onMark: (row: number) => void
  onDraft: (draft: Draft) => void
}

const words = editorCopy.skus

export const priceColumns: readonly [PriceField, string][] = [
  ['priceFen', words.price],
  ['memberPriceFen', words.memberPrice],
  ['marketPriceFen', words.marketPrice],
  ['costFen', words.cost],
]

/** How many rows the first value's cell spans if it begins at `row`; 0 inside a group. */
const groupSpan = (skus: readonly SkuDraft[], row: number): number => {
  const [first] = skus[row]?.options ?? []
  if (row > 0 && skus[row - 1]?.options[0] === first) return 0
  const next = skus.findIndex((sku, at) => at > row && sku.options[0] !== first)
  return (next < 0 ? skus.length : next) - row
}

export const SkuRow = ({
  draft,
  kept,
  product,
  view,
  marked,
  onMark,
  onDraft,
  sku,
  row,
}: MatrixProps & { sku: SkuDraft; row: number }) => {
  const saved = savedSku(kept, sku)
  const stock = product?.skus.find(({ id }) => id === sku.id)
  const span = groupSpan(draft.skus, row)
  const change = (values: Partial<SkuDraft>): void => onDraft(changeSku(draft, row, values))
  const [first, ...others] = sku.options
  const name = sku.options.join(' ')
  return (
    <tr className={row === marked && stock ? 'is-marked' : ''} onClick={() => onMark(row)}>
      {draft.specs.length === 0 && <td>{words.only}</td>}
      {span > 0 && first !== undefined && (
        <td rowSpan={span} className="sku-matrix__group">
          {first}
        </td>
      )}
      {others.map((option, place) => (
        <td key={place}>{option}</td>
      ))}
      {view === 'price' && (
        <>
          {priceColumns.map(([field, label]) => (
            <td key={field} className="right">
              <PriceCell
                label={`${name} ${label}`}
                value={sku[field]}
                saved={saved ? saved[field] : sku[field]}
                isWanted={field === 'priceFen'}
                onChange={(value) => change({ [field]: value })}
              />
            </td>
          ))}
          <td className="right">
            <Margin sku={sku} />
          </td>
        </>
      )}
      {view === 'code' && (
        <>
          <td>
            <TextCell label={`${name} ${words.code}`} value={sku.code} onChange={(code) => change({ code })} />
          </td>
          <td className="right">
            <NumberCell
              label={`${name} ${words.weight}`}
              value={sku.weightG}
              onChange={(weightG) => change({ weightG })}
            />
          </td>
        </>
      )}
      {stock ? (
        <>
          <td className="right">
            <b className={stock.available === 0 ? 'sku-matrix__out' : ''}>{countText(stock.available)}</b>
          </td>
          <td className="right sku-matrix__held">{countText(stock.held)}</td>
        </>
      ) : (
        <>
          <td className="right">
            <NumberCell
              label={`${name} ${words.initialStock}`}
              value={sku.initialStock}
              note={words.initialStock}
              onChange={(initialStock) => change({ initialStock })}
            />
          </td>
          <td className="right sku-matrix__none">—</td>
        </>
      )}
      <td className="right">
        <Switch
          size="small"
          checked={!sku.isOff}
          aria-label={`${name} ${words.on}`}
          onChange={(on) => change({ isOff: !on })}
        />
      </td>
    </tr>
  )
}

const LOW_MARGIN = 0.2

const Margin = ({ sku }: { sku: SkuDraft }) => {
  const margin = marginOf(sku)
  if (margin === null) return <span className="sku-matrix__none">—</span>
  const tone = margin < 0 ? 'late' : margin < LOW_MARGIN ? 'todo' : 'done'
  return <span className={`sku-matrix__margin tone-${tone}`}>{percentText(margin).replace(/\.\d/, '')}</span>
}
