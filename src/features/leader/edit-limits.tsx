import { Input, View } from '@tarojs/components'
import { fen, yuanText } from '@/domain/money'
import { SALE_LIMITS } from '@/domain/sale/terms'
import type { Tier } from '@/domain/sale/tier'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Stepper } from '@/ui/stepper'
import { tap } from '@/ui/tap'
import { leastLimit, nextTier, withTier, type DraftLine } from './edit-draft'
import { editCopy } from './edit-copy'

const words = editCopy.goods

type Set = (to: (line: DraftLine) => DraftLine) => void
type Props = { readonly line: DraftLine; readonly was: DraftLine | undefined; readonly onSet: Set }

/** A limit of a sale that runs may only be lifted, so one without limits has nothing to show. */
export const isOpenLimits = ({ stockLimit, perPerson }: DraftLine): boolean => stockLimit !== null || perPerson !== null

export const LineLimits = ({ line, was, onSet }: Props) => {
  const tier = was === undefined ? nextTier(line) : null
  return (
    <View className="edit-limits">
      {was === undefined && (
        <View className="row edit-label-row">
          <View className="n2">{words.label}</View>
          <Input
            className="edit-field edit-label"
            value={line.label}
            maxlength={SALE_LIMITS.label}
            placeholder={words.labelHint}
            ariaLabel={words.label}
            onInput={({ detail }) => onSet((now) => ({ ...now, label: detail.value }))}
          />
        </View>
      )}
      {was === undefined && (
        <>
          {line.tiers.map((each, place) => (
            <TierRow key={place} tier={each} onTier={(to) => onSet((now) => withTier(now, place, to))} />
          ))}
          {tier && (
            <Button
              kind="line"
              isSmall
              icon="plus"
              onTap={() => onSet((now) => withTier(now, now.tiers.length, nextTier(now) ?? tier))}
            >
              {words.addTier}
            </Button>
          )}
          {line.tiers.length > 0 && <View className="n1 mt2">{words.tierNote}</View>}
        </>
      )}
      <LimitRow name={words.stock} field="stockLimit" usual={30} step={10} line={line} was={was} onSet={onSet} />
      <LimitRow name={words.person} field="perPerson" usual={4} step={1} line={line} was={was} onSet={onSet} />
    </View>
  )
}

const STEP = 10

const TierRow = ({ tier, onTier }: { readonly tier: Tier; readonly onTier: (tier: Tier | null) => void }) => (
  <View className="tier-row">
    <Input
      className="edit-field edit-count"
      type="number"
      value={String(tier.fromUnits)}
      maxlength={5}
      ariaLabel={words.tier(tier.fromUnits)}
      onInput={({ detail }) => onTier({ ...tier, fromUnits: Number(detail.value) || 0 })}
    />
    <View className="grow">
      <View className="b">{words.tier(tier.fromUnits)}</View>
      <View className="n1">{words.tierPrice(yuanText(tier.priceFen))}</View>
    </View>
    <View className="edit-key" {...tap(() => onTier({ ...tier, priceFen: fen(tier.priceFen - STEP) }), words.less)}>
      <Icon name="minus" size={16} />
    </View>
    <View className="edit-key" {...tap(() => onTier({ ...tier, priceFen: fen(tier.priceFen + STEP) }), words.more)}>
      <Icon name="plus" size={16} />
    </View>
    <View className="edit-key" {...tap(() => onTier(null), words.remove)}>
      <Icon name="trash" size={16} />
    </View>
  </View>
)

type LimitProps = Props & {
  readonly name: string
  readonly field: 'stockLimit' | 'perPerson'
  readonly usual: number
  readonly step: number
}

const LimitRow = ({ name, field, usual, step, line, was, onSet }: LimitProps) => {
  const value = line[field]
  const put = (to: number | null) => onSet((now) => ({ ...now, [field]: to }))
  // what was never limited stays so once it runs
  if (was !== undefined && was[field] === null) return null
  const least = leastLimit(line, was, field)
  return (
    <View className="limit-row">
      <View className="grow">
        <View>{name}</View>
        <View className="n1">{value === null ? words.noLimit : words.units(value)}</View>
      </View>
      {value === null ? (
        <Button kind="line" isSmall onTap={() => put(Math.max(least, usual))}>
          {words.limit}
        </Button>
      ) : (
        <>
          <Stepper
            value={value}
            min={least}
            max={100_000}
            label={name}
            onChange={(to) => put(Math.max(least, to > value ? value + step : value - step))}
          />
          <Button kind="ghost" isSmall onTap={() => put(null)}>
            {words.free}
          </Button>
        </>
      )}
    </View>
  )
}
