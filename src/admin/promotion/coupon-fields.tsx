/** The terms of a coupon. */
import { Checkbox, Input, Segmented, Switch } from 'antd'
import type { CouponOffer } from '@/domain/coupon/terms'
import { mostCostFen, type CouponTemplate, type Validity } from '@/domain/coupon/template'
import { fen, ZERO } from '@/domain/money'
import { discountClasses } from '@/domain/promotion/combine'
import { DAY, epochMs, later } from '@/domain/time'
import { CountInput } from '../parts/count-input'
import { Field } from '../parts/field'
import { moneyText } from '../parts/money'
import { YuanField } from '../parts/yuan-field'
import { classNames } from './copy'
import { copy } from './coupon-copy'
import { FoldInput } from './fold-input'
import { InstantField } from './instant-field'
import { ScopeFields } from './scope-fields'

type Props = {
  draft: CouponTemplate
  scopeNames: readonly string[]
  isOff: boolean
  onDraft: (change: (draft: CouponTemplate) => CouponTemplate) => void
}

const words = copy.form
const offers: Record<CouponOffer['kind'], CouponOffer> = {
  amount: { kind: 'amount', offFen: fen(500) },
  percent: { kind: 'percent', offBp: 1000, capFen: fen(1000) },
  delivery: { kind: 'delivery', offFen: null },
}

/** What the whole budget can cost; fees are only known order by order. */
const mostText = ({ offer, budget }: CouponTemplate): string =>
  offer.kind === 'delivery' && offer.offFen === null
    ? words.mostFees(budget)
    : words.mostCost(moneyText(mostCostFen({ offer, budget }, ZERO)))

export const CouponFields = ({ draft, scopeNames, isOff, onDraft }: Props) => {
  const change = (values: Partial<CouponTemplate>): void => onDraft((now) => ({ ...now, ...values }))
  const { offer, validity } = draft
  return (
    <div className="fields">
      <Field label={words.name} isWide>
        <Input
          value={draft.name}
          maxLength={20}
          placeholder={words.nameHint}
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      <Field label={words.offer} isWide>
        <Segmented<CouponOffer['kind']>
          block
          disabled={isOff}
          value={offer.kind}
          options={(['amount', 'percent', 'delivery'] as const).map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(kind) => change({ offer: offers[kind] })}
        />
      </Field>
      {offer.kind === 'percent' ? (
        <>
          <Field label={words.kinds.percent}>
            <FoldInput
              label={words.kinds.percent}
              unit={words.discount}
              least={0.1}
              offBp={offer.offBp}
              isOff={isOff}
              onChange={(offBp) => change({ offer: { ...offer, offBp } })}
            />
          </Field>
          <Field label={words.cap}>
            <YuanField
              label={words.cap}
              value={offer.capFen}
              disabled={isOff}
              onChange={(capFen) => change({ offer: { ...offer, capFen: capFen ?? fen(1) } })}
            />
          </Field>
        </>
      ) : (
        <Field label={words.off} {...(offer.kind === 'delivery' ? { note: words.feeAll } : {})}>
          <YuanField
            label={words.off}
            value={offer.offFen}
            disabled={isOff}
            onChange={(offFen) =>
              change({
                offer: offer.kind === 'delivery' ? { ...offer, offFen } : { ...offer, offFen: offFen ?? fen(1) },
              })
            }
          />
        </Field>
      )}
      <Field label={words.threshold} note={words.thresholdNote}>
        <YuanField
          label={words.threshold}
          value={draft.thresholdFen}
          disabled={isOff}
          onChange={(thresholdFen) => change({ thresholdFen: thresholdFen ?? ZERO })}
        />
      </Field>
      <ScopeFields scope={draft.scope} names={scopeNames} isOff={isOff} onScope={(scope) => change({ scope })} />
      <div className="field is-wide">
        <span className="field__label">{words.combines}</span>
        <Checkbox.Group
          disabled={isOff}
          value={[...draft.combines]}
          options={discountClasses.map((value) => ({ value, label: classNames[value] }))}
          onChange={(chosen) => change({ combines: discountClasses.filter((each) => chosen.includes(each)) })}
        />
        <span className="aside">{words.combinesNote}</span>
      </div>
      <Field label={words.validity}>
        <Segmented<Validity['kind']>
          block
          disabled={isOff}
          value={validity.kind}
          options={(['days', 'dates'] as const).map((value) => ({ value, label: words.validities[value] }))}
          onChange={(kind) => {
            const now = epochMs(Date.now())
            change({
              validity: kind === 'days' ? { kind, days: 7 } : { kind, fromAt: now, untilAt: later(now, 14 * DAY) },
            })
          }}
        />
      </Field>
      {validity.kind === 'days' ? (
        <Field label={words.validities.days}>
          <CountInput
            label={words.validities.days}
            unit={words.days}
            value={validity.days}
            most={365}
            isOff={isOff}
            onChange={(days) => change({ validity: { kind: 'days', days } })}
          />
        </Field>
      ) : (
        <>
          <Field label={words.untilAt}>
            <InstantField
              value={validity.untilAt}
              isOff={isOff}
              onChange={(untilAt) => change({ validity: { ...validity, untilAt } })}
            />
          </Field>
          <Field label={words.fromAt}>
            <InstantField
              value={validity.fromAt}
              isOff={isOff}
              onChange={(fromAt) => change({ validity: { ...validity, fromAt } })}
            />
          </Field>
        </>
      )}
      <Field label={words.budget} note={mostText(draft)}>
        <CountInput
          label={words.budget}
          unit={words.budgetUnit}
          value={draft.budget}
          least={0}
          most={10_000_000}
          isOff={isOff}
          onChange={(budget) => change({ budget })}
        />
      </Field>
      <Field label={words.perPerson}>
        <CountInput
          label={words.perPerson}
          unit={words.budgetUnit}
          value={draft.perPerson}
          most={100}
          isOff={isOff}
          onChange={(perPerson) => change({ perPerson })}
        />
      </Field>
      <div className="field is-wide deal__switch">
        <Switch
          disabled={isOff}
          checked={draft.isClaimable}
          aria-label={words.claimable}
          onChange={(isClaimable) => change({ isClaimable })}
        />
        {words.claimable}
        {!draft.isClaimable && <span className="aside">{words.hiddenNote}</span>}
      </div>
    </div>
  )
}
