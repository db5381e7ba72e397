/** A row for every SKU: what it costs alone, in a group, and how many the campaign gives. */
import type { CampaignSku } from '@/contract/staff-group-buy'
import type { PriceProblem } from '@/domain/group-buy/campaign'
import { percentText } from '../parts/count-text'
import { Money, moneyText } from '../parts/money'
import { NumberCell, PriceCell } from '../products/cells'
import { marginOf, withPrice } from './draft'
import type { Draft, PriceDraft } from './draft'
import { copy } from './editor-copy'

type Props = {
  draft: Draft
  kept: Draft
  skus: readonly CampaignSku[]
  problems: readonly PriceProblem[]
  onDraft: (change: (draft: Draft) => Draft) => void
}

const words = copy.prices

export const PriceRows = ({ draft, kept, skus, problems, onDraft }: Props) => (
  <section className="price-rows">
    <h3 className="price-rows__title">
      {words.title} <span className="aside">{words.aside}</span>
    </h3>
    {skus.length === 0 && <p className="price-rows__none aside">{words.none}</p>}
    {skus.length > 0 && (
      <table>
        <thead>
          <tr>
            <th>{words.sku}</th>
            <th className="right">{words.sale}</th>
            <th className="right">{words.group}</th>
            <th className="right">{words.margin}</th>
            <th className="right">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {skus.map((sku) => (
            <PriceRow
              key={sku.skuId}
              sku={sku}
              price={draft.prices[sku.skuId]}
              saved={kept.prices[sku.skuId]}
              isWrong={problems.some(({ skuId }) => skuId === sku.skuId)}
              onChange={(change) => onDraft((now) => withPrice(now, sku, change))}
            />
          ))}
        </tbody>
      </table>
    )}
  </section>
)

type RowProps = {
  sku: CampaignSku
  price: PriceDraft | undefined
  saved: PriceDraft | undefined
  isWrong: boolean
  onChange: (change: Partial<PriceDraft>) => void
}

const PriceRow = ({ sku, price, saved, isWrong, onChange }: RowProps) => {
  const name = sku.options.join(' · ') || words.only
  const priceFen = price?.priceFen ?? null
  return (
    <tr className={isWrong ? 'is-wrong' : ''}>
      <td>
        <span className="price-rows__name">{name}</span>
        <span className="second">{sku.isOff ? words.off : words.shelf(sku.available)}</span>
      </td>
      <td className="right">
        <Money amount={sku.salePriceFen} weight={500} />
        {sku.memberPriceFen !== null && <span className="second">{words.member(moneyText(sku.memberPriceFen))}</span>}
      </td>
      <td className="right">
        <PriceCell
          label={`${name} ${words.group}`}
          value={priceFen}
          saved={saved?.priceFen ?? priceFen}
          onChange={(value) => onChange({ priceFen: value })}
        />
      </td>
      <td className="right">
        {priceFen === null ? <span className="price-rows__empty">—</span> : <Margin priceFen={priceFen} sku={sku} />}
      </td>
      <td className="right">
        {priceFen === null ? (
          <span className="price-rows__empty">—</span>
        ) : (
          <NumberCell
            label={`${name} ${words.share}`}
            value={price?.stockShare ?? 0}
            {...(sku.taken > 0 ? { note: words.taken(sku.taken) } : {})}
            onChange={(stockShare) => onChange({ stockShare: Math.min(stockShare, 1_000_000) })}
          />
        )}
      </td>
    </tr>
  )
}

const LOW_MARGIN = 0.2

const Margin = ({ priceFen, sku }: { priceFen: NonNullable<PriceDraft['priceFen']>; sku: CampaignSku }) => {
  const margin = marginOf(priceFen, sku.costFen)
  if (margin === null || sku.costFen === null) return <span className="second">{words.noCost}</span>
  const tone = margin < 0 ? 'late' : margin < LOW_MARGIN ? 'todo' : 'done'
  return (
    <>
      <span className={`price-rows__margin tone-${tone}`}>{percentText(margin).replace(/\.\d/, '')}</span>
      <span className="second">{words.cost(moneyText(sku.costFen))}</span>
    </>
  )
}
