/** The terms of a promotion: 满减 by tiers, or a deal on pieces. */
import { Button, Checkbox, Input, InputNumber, Segmented } from 'antd'
import { fen } from '@/domain/money'
import { discountClasses, priceClasses } from '@/domain/promotion/combine'
import type { LineDeal, LinePromotion, OrderPromotion, Promotion } from '@/domain/promotion/promotion'
import { CountInput } from '../parts/count-input'
import { Field } from '../parts/field'
import { Icon } from '../parts/icon'
import { YuanField } from '../parts/yuan-field'
import { classNames } from './copy'
import { FoldInput } from './fold-input'
import { InstantField } from './instant-field'
import { copy } from './promotion-copy'
import { deals, lineBody, orderBody } from './promotion-draft'
import { ScopeFields } from './scope-fields'

const words = copy.form

type Props = {
  draft: Promotion
  scopeNames: readonly string[]
  isOff: boolean
  onDraft: (draft: Promotion) => void
}

export const PromotionFields = ({ draft, scopeNames, isOff, onDraft }: Props) => {
  const { id, name, scope, startsAt, endsAt } = draft
  const common = { id, name, scope, startsAt, endsAt }
  const orderClasses = discountClasses.filter((each) => each !== 'order')
  return (
    <div className="fields">
      <Field label={words.name} isWide>
        <Input
          value={name}
          maxLength={20}
          placeholder={words.nameHint}
          onChange={({ target }) => onDraft({ ...draft, name: target.value })}
        />
      </Field>
      <Field label={words.kind} isWide>
        <Segmented<Promotion['kind']>
          block
          disabled={isOff}
          value={draft.kind}
          options={(['order', 'line'] as const).map((value) => ({ value, label: copy.kinds[value] }))}
          onChange={(kind) => onDraft(kind === 'order' ? { ...common, ...orderBody } : { ...common, ...lineBody })}
        />
      </Field>
      {draft.kind === 'order' ? (
        <OrderTiers draft={draft} isOff={isOff} onDraft={onDraft} />
      ) : (
        <LineTerms draft={draft} isOff={isOff} onDraft={onDraft} />
      )}
      <ScopeFields
        scope={scope}
        names={scopeNames}
        isOff={isOff}
        onScope={(next) => onDraft({ ...draft, scope: next })}
      />
      <Field label={words.startsAt}>
        <InstantField value={startsAt} isOff={isOff} onChange={(at) => onDraft({ ...draft, startsAt: at })} />
      </Field>
      <Field label={words.endsAt}>
        <InstantField
          value={endsAt}
          isOff={isOff}
          isWrong={endsAt <= startsAt}
          onChange={(at) => onDraft({ ...draft, endsAt: at })}
        />
      </Field>
      <div className="field is-wide">
        <span className="field__label">{words.combines}</span>
        {draft.kind === 'order' ? (
          <Checkbox.Group
            disabled={isOff}
            value={[...draft.combines]}
            options={orderClasses.map((value) => ({ value, label: classNames[value] }))}
            onChange={(chosen) =>
              onDraft({
                ...draft,
                combines: orderClasses.filter((each) => chosen.includes(each)) as OrderPromotion['combines'],
              })
            }
          />
        ) : (
          <Checkbox.Group
            disabled={isOff}
            value={[...draft.combines]}
            options={priceClasses.map((value) => ({ value, label: classNames[value] }))}
            onChange={(chosen) => onDraft({ ...draft, combines: priceClasses.filter((each) => chosen.includes(each)) })}
          />
        )}
      </div>
    </div>
  )
}

type OrderProps = { draft: OrderPromotion; isOff: boolean; onDraft: (draft: OrderPromotion) => void }

const MOST_TIERS = 5

const OrderTiers = ({ draft, isOff, onDraft }: OrderProps) => {
  const { tiers } = draft
  const set = (at: number, change: Partial<OrderPromotion['tiers'][number]>): void =>
    onDraft({ ...draft, tiers: tiers.map((tier, n) => (n === at ? { ...tier, ...change } : tier)) })
  const last = tiers[tiers.length - 1] ?? { overFen: fen(0), offFen: fen(0) }
  return (
    <div className="field is-wide">
      <span className="field__label">{words.tiers}</span>
      {tiers.map((tier, at) => (
        <span key={at} className="tier">
          {words.over}
          <YuanField
            label={`${words.over} ${at + 1}`}
            value={tier.overFen}
            disabled={isOff}
            onChange={(v) => set(at, { overFen: v ?? fen(1) })}
          />
          {words.less}
          <YuanField
            label={`${words.less} ${at + 1}`}
            value={tier.offFen}
            disabled={isOff}
            onChange={(v) => set(at, { offFen: v ?? fen(1) })}
          />
          {tiers.length > 1 && !isOff && (
            <button
              type="button"
              aria-label={words.removeTier}
              onClick={() => onDraft({ ...draft, tiers: tiers.filter((_, n) => n !== at) })}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </span>
      ))}
      {tiers.length < MOST_TIERS && !isOff && (
        <Button
          size="small"
          className="tier__add"
          onClick={() =>
            onDraft({
              ...draft,
              tiers: [...tiers, { overFen: fen(last.overFen + 10_000), offFen: fen(last.offFen + 1_500) }],
            })
          }
        >
          {words.addTier}
        </Button>
      )}
    </div>
  )
}

type LineProps = { draft: LinePromotion; isOff: boolean; onDraft: (draft: LinePromotion) => void }

const LineTerms = ({ draft, isOff, onDraft }: LineProps) => {
  const { deal } = draft
  const set = (next: LineDeal): void => onDraft({ ...draft, deal: next })
  return (
    <>
      <Field label={words.deal} isWide>
        <Segmented<LineDeal['kind']>
          block
          disabled={isOff}
          value={deal.kind}
          options={(['nth', 'buy-n', 'ladder'] as const).map((value) => ({ value, label: words.deals[value] }))}
          onChange={(kind) => set(deals[kind])}
        />
      </Field>
      {deal.kind === 'buy-n' && (
        <>
          <Field label={words.pieces}>
            <CountInput
              label={words.pieces}
              unit={words.unit}
              value={deal.pieces}
              least={2}
              most={99}
              isOff={isOff}
              onChange={(pieces) => set({ ...deal, pieces })}
            />
          </Field>
          <Field label={words.free}>
            <CountInput
              label={words.free}
              unit={words.unit}
              value={deal.free}
              most={98}
              isOff={isOff}
              onChange={(free) => set({ ...deal, free })}
            />
          </Field>
        </>
      )}
      {deal.kind === 'nth' && (
        <>
          <Field label={words.nth}>
            <CountInput
              label={words.nth}
              unit={words.unit}
              value={deal.nth}
              least={2}
              most={99}
              isOff={isOff}
              onChange={(nth) => set({ ...deal, nth })}
            />
          </Field>
          <Field label={words.off} note={words.offNote}>
            <FoldInput
              label={words.off}
              unit={words.fold}
              offBp={deal.offBp}
              isOff={isOff}
              onChange={(offBp) => set({ ...deal, offBp })}
            />
          </Field>
        </>
      )}
      {deal.kind === 'ladder' && (
        <div className="field is-wide">
          <span className="field__label">{words.tiers}</span>
          {deal.tiers.map((tier, at) => {
            const change = (values: Partial<typeof tier>): void =>
              set({ ...deal, tiers: deal.tiers.map((each, n) => (n === at ? { ...each, ...values } : each)) })
            return (
              <span key={at} className="tier">
                {words.over}
                <CountInput
                  label={`${words.over} ${at + 1}`}
                  unit={words.unit}
                  value={tier.pieces}
                  most={999}
                  isOff={isOff}
                  onChange={(pieces) => change({ pieces })}
                />
                <FoldInput
                  label={words.off}
                  unit={words.fold}
                  offBp={tier.offBp}
                  isOff={isOff}
                  onChange={(offBp) => change({ offBp })}
                />
                {deal.tiers.length > 1 && !isOff && (
                  <button
                    type="button"
                    aria-label={words.removeTier}
                    onClick={() => set({ ...deal, tiers: deal.tiers.filter((_, n) => n !== at) })}
                  >
                    <Icon name="close" size={12} />
                  </button>
                )}
              </span>
            )
          })}
          {deal.tiers.length < MOST_TIERS && !isOff && (
            <Button
              size="small"
              className="tier__add"
              onClick={() => {
                const last = deal.tiers[deal.tiers.length - 1] ?? { pieces: 1, offBp: 1000 }
                set({
                  ...deal,
                  tiers: [...deal.tiers, { pieces: last.pieces + 2, offBp: Math.min(9_900, last.offBp + 1_000) }],
                })
              }}
            >
              {words.addTier}
            </Button>
          )}
        </div>
      )}
      <Field label={words.pool}>
        <Segmented<LinePromotion['pool']>
          block
          disabled={isOff}
          value={draft.pool}
          options={(['sku', 'together'] as const).map((value) => ({ value, label: words.pools[value] }))}
          onChange={(pool) => onDraft({ ...draft, pool })}
        />
      </Field>
      {deal.kind !== 'ladder' && (
        <Field label={words.times} note={words.timesNote}>
          <InputNumber<number>
            aria-label={words.times}
            disabled={isOff}
            min={1}
            max={99}
            precision={0}
            value={draft.mostTimes}
            style={{ width: '100%' }}
            onChange={(mostTimes) => onDraft({ ...draft, mostTimes })}
          />
        </Field>
      )}
    </>
  )
}
