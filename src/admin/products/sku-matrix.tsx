/** The head of the matrix over one row a SKU; the marked row's ledger stands at the right of the screen. */
import { editorCopy } from './copy'
import { SkuRow, priceColumns } from './sku-row'
import type { MatrixProps } from './sku-row'

const words = editorCopy.skus

export const SkuMatrix = (props: MatrixProps) => {
  const { draft, view } = props
  return (
    <table className="sku-matrix">
      <thead>
        <tr>
          {draft.specs.length === 0 && <th>{words.only}</th>}
          {draft.specs.map(({ name }) => (
            <th key={name}>{name}</th>
          ))}
          {view === 'price' &&
            priceColumns.map(([field, name]) => (
              <th key={field} className="right">
                {name}
              </th>
            ))}
          {view === 'price' && <th className="right">{words.margin}</th>}
          {view === 'code' && <th>{words.code}</th>}
          {view === 'code' && <th className="right">{words.weight}</th>}
          <th className="right">{words.available}</th>
          <th className="right">{words.held}</th>
          <th className="right">{words.on}</th>
        </tr>
      </thead>
      <tbody>
        {draft.skus.map((sku, row) => (
          <SkuRow key={sku.options.join('\n')} {...props} sku={sku} row={row} />
        ))}
      </tbody>
    </table>
  )
}
