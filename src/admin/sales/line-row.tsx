/** One product of a sale: its short name, price within the store's range, tiers, limits. */
import { Input, InputNumber } from 'antd'
import { fen } from '@/domain/money'
import { SALE_LIMITS } from '@/domain/sale/terms'
import { MOST_TIERS, type Tier } from '@/domain/sale/tier'
import { Icon } from '../parts/icon'
import { moneyText } from '../parts/money'
import { Picture } from '../parts/picture'
import { YuanField } from '../parts/yuan-field'
import type { DraftLine } from './draft'
import { copy } from './editor-copy'

type Props = {
  line: DraftLine
  /** Prices and goods stand once it is open. */
  isFixed: boolean
  isOff: boolean
  isWrong: boolean
  onChange: (line: DraftLine) => void
  onRemove: () => void
}

const words = copy.columns

export const LineRow = ({ line, isFixed, isOff, isWrong, onChange, onRemove }: Props) => {
  const { goods, label, priceFen, stockLimit, perPerson, taken } = line
  const set = (change: Partial<DraftLine>): void => onChange({ ...line, ...change })
  const named = (name: string): string => copy.fieldOf(name, goods.title)
  return (
    <tr className={isWrong ? 'is-wrong' : ''}>
      <td>
        <span className="sales__goods">
          <Picture picture={goods.picture} size={36} />
          <span>
            {goods.title}
            <span className="second">
              {[...goods.options, taken > 0 ? copy.taken(taken) : copy.available(goods.available)].join(' · ')}
            </span>
          </span>
        </span>
      </td>
      <td>
        <Input
          size="small"
          value={label}
          maxLength={SALE_LIMITS.label}
          disabled={isFixed}
          aria-label={named(words.label)}
          onChange={({ target }) => set({ label: target.value })}
        />
      </td>
      <td>
        <YuanField
          size="small"
          value={priceFen}
          disabled={isFixed}
          label={named(words.price)}
          onChange={(typed) => typed !== null && set({ priceFen: typed })}
        />
        <span className="second">{copy.range(moneyText(goods.floorFen), moneyText(goods.shopFen))}</span>
      </td>
      <td>
        <Tiers line={line} isFixed={isFixed} onChange={(tiers) => set({ tiers })} />
      </td>
      {(['stockLimit', 'perPerson'] as const).map((field) => (
        <td key={field}>
          <InputNumber<number>
            size="small"
            value={field === 'stockLimit' ? stockLimit : perPerson}
            min={1}
            max={field === 'stockLimit' ? 100_000 : 999}
            precision={0}
            controls={false}
            disabled={isOff}
            placeholder={copy.noLimit}
            aria-label={named(field === 'stockLimit' ? words.limit : words.perPerson)}
            style={{ width: '100%' }}
            onChange={(value) => set({ [field]: value })}
          />
        </td>
      ))}
      <td>
        {!isFixed && (
          <button type="button" className="goods-card__remove" aria-label={copy.remove} onClick={onRemove}>
            <Icon name="trash" size={14} />
          </button>
        )}
      </td>
    </tr>
  )
}

type TiersProps = { line: DraftLine; isFixed: boolean; onChange: (tiers: readonly Tier[]) => void }

const Tiers = ({ line: { tiers, priceFen, goods }, isFixed, onChange }: TiersProps) => {
  const set = (at: number, change: Partial<Tier>): void =>
    onChange(tiers.map((tier, i) => (i === at ? { ...tier, ...change } : tier)))
  const last = tiers[tiers.length - 1]
  /** Twice as many, a tenth off: a step to start from. */
  const next: Tier = {
    fromUnits: (last?.fromUnits ?? 5) * 2,
    priceFen: fen(Math.max(goods.floorFen, Math.round((last?.priceFen ?? priceFen) * 0.09) * 10)),
  }
  return (
    <div className="tiers">
      {tiers.map(({ fromUnits, priceFen: tierFen }, at) => (
        <span key={at} className="tiers__tier">
          {copy.tierFrom}
          <InputNumber<number>
            size="small"
            value={fromUnits}
            min={2}
            max={100_000}
            precision={0}
            controls={false}
            disabled={isFixed}
            aria-label={copy.fieldOf(copy.tierFrom, goods.title)}
            onChange={(units) => units !== null && set(at, { fromUnits: units })}
          />
          {copy.tierUnit}
          <YuanField
            size="small"
            className="tiers__price"
            value={tierFen}
            disabled={isFixed}
            label={copy.fieldOf(copy.tierPrice, goods.title)}
            onChange={(typed) => typed !== null && set(at, { priceFen: typed })}
          />
          {!isFixed && (
            <button
              type="button"
              className="goods-card__remove"
              aria-label={copy.removeTier}
              onClick={() => onChange(tiers.filter((_, i) => i !== at))}
            >
              <Icon name="close" size={11} />
            </button>
          )}
        </span>
      ))}
      {!isFixed && tiers.length < MOST_TIERS && (
        <button type="button" className="quiet-link" onClick={() => onChange([...tiers, next])}>
          {copy.addTier}
        </button>
      )}
      {isFixed && tiers.length === 0 && <span className="aside">—</span>}
    </div>
  )
}
