/** The goods of a sale: found by name, priced within what the store allows, cheaper by tiers. */
import { useState } from 'react'
import { Select } from 'antd'
import type { SaleDraftView, SaleGoods } from '@/contract/leader'
import type { SkuId } from '@/domain/ids'
import { SALE_LIMITS, type TermsNo } from '@/domain/sale/terms'
import { useCloud } from '../cloud/use-cloud'
import { Money } from '../parts/money'
import { Card } from '../parts/page'
import { Picture } from '../parts/picture'
import { Empty } from '../parts/states'
import { newLine, type Draft, type DraftLine } from './draft'
import { copy } from './editor-copy'
import { LineRow } from './line-row'

type Props = {
  view: SaleDraftView
  draft: Draft
  isOff: boolean
  problem: TermsNo | null
  onChange: (draft: Draft) => void
}

const words = copy.columns

export const GoodsCard = ({ view: { state }, draft, isOff, problem, onChange }: Props) => {
  const { lines } = draft
  const isFixed = isOff || state !== 'draft'
  const set = (next: readonly DraftLine[]): void => onChange({ ...draft, lines: next })
  const wrong = problem && 'skuId' in problem ? problem.skuId : null
  return (
    <Card title={copy.goods} aside={copy.goodsNote(lines.length)} className="goods-card">
      {!isFixed && (
        <Finder without={lines.map(({ skuId }) => skuId)} onPick={(goods) => set([...lines, newLine(goods)])} />
      )}
      {lines.length === 0 ? (
        <Empty icon="bag" title={copy.noGoods} note={copy.noGoodsNote} />
      ) : (
        <table>
          <thead>
            <tr>
              <th>{words.goods}</th>
              <th>{words.label}</th>
              <th>{words.price}</th>
              <th>{words.tiers}</th>
              <th>{words.limit}</th>
              <th>{words.perPerson}</th>
              <th aria-label={copy.remove} />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow
                key={line.skuId}
                line={line}
                isFixed={isFixed}
                isOff={isOff || (state !== 'draft' && state !== 'open')}
                isWrong={line.skuId === wrong}
                onChange={(next) => set(lines.map((one) => (one.skuId === line.skuId ? next : one)))}
                onRemove={() => set(lines.filter(({ skuId }) => skuId !== line.skuId))}
              />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

/** Names, keywords or pinyin, as the catalogue is searched. */
const Finder = ({ without, onPick }: { without: readonly SkuId[]; onPick: (goods: SaleGoods) => void }) => {
  const [text, setText] = useState('')
  const { data, isFetching } = useCloud('staff-sale', 'catalogue', text ? { text } : {}, { keepsPrevious: true })
  const items = (data?.items ?? []).filter(({ skuId }) => !without.includes(skuId))
  return (
    <Select<SkuId | null>
      className="goods-card__finder"
      showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim().slice(0, 40)) }}
      value={null}
      aria-label={copy.find}
      placeholder={copy.find}
      loading={isFetching}
      disabled={without.length >= SALE_LIMITS.lines}
      options={items.map(({ skuId, title }) => ({ value: skuId, label: title }))}
      optionRender={({ value }) => {
        const goods = items.find(({ skuId }) => skuId === value)
        return goods && <Found goods={goods} />
      }}
      onChange={(skuId) => {
        const goods = items.find((one) => one.skuId === skuId)
        if (goods) onPick(goods)
        setText('')
      }}
    />
  )
}

const Found = ({ goods: { title, options, picture, shopFen, available } }: { goods: SaleGoods }) => (
  <span className="sales__goods">
    <Picture picture={picture} size={28} />
    <span className="goods-card__found">
      {title} <span className="aside">{options.join(' · ')}</span>
    </span>
    <span className="aside">{copy.available(available)}</span>
    <Money amount={shopFen} weight={500} />
  </span>
)
