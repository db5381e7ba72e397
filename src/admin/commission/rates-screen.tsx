/** Rates: the store's, a leader's, a product's; and whether the road that money takes to leaders is open. */
import { useState } from 'react'
import { Button, InputNumber, Select } from 'antd'
import type { CommissionTerms, RailCheck } from '@/contract/staff-commission'
import type { MemberId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { ConfirmOnce } from '../parts/confirm-once'
import { Field } from '../parts/field'
import { Card, Columns, Page } from '../parts/page'
import { ProductPicker } from '../parts/product-picker'
import { StateTag } from '../parts/state-cell'
import { Failed, Skeleton } from '../parts/states'
import { CommissionNav } from './commission-nav'
import { copy as section } from './copy'
import { RateField } from './rate-field'
import { copy, rateRefusals } from './rates-copy'
import './commission.css'

const SIDE = 384
/** A rate to start from, to be changed at once. */
const STARTING_BP = 1_000

export const Screen = () => {
  const { data, error, refetch } = useCloud('staff-commission', 'terms', {}, { isStill: true })
  const can = useCan()
  const isOff = !can('commission.write')
  return (
    <Page title={section.title} aside={<CommissionNav />}>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={4} height={110} />)}
      {data && (
        <Columns side={SIDE}>
          <div className="rates">
            <StoreCard key={`${data.rateBp} ${data.floorBp}`} terms={data} isOff={isOff} />
            <LeadersCard terms={data} isOff={isOff} />
            <ProductsCard terms={data} isOff={isOff} />
          </div>
          <Rail rail={data.rail} />
        </Columns>
      )}
    </Page>
  )
}

type Props = { terms: CommissionTerms; isOff: boolean }

const StoreCard = ({ terms, isOff }: Props) => {
  const [rateBp, setRate] = useState(terms.rateBp)
  const [floorBp, setFloor] = useState(terms.floorBp)
  const saving = useAct('staff-commission', 'saveTerms', {}, { done: copy.saved })
  const isChanged = rateBp !== terms.rateBp || floorBp !== terms.floorBp
  return (
    <Card
      title={copy.store}
      aside={copy.storeNote}
      action={
        !isOff && (
          <Button
            type="primary"
            size="small"
            disabled={!isChanged}
            loading={saving.isBusy}
            onClick={() => void saving.run({ rateBp, floorBp })}
          >
            {copy.save}
          </Button>
        )
      }
    >
      <div className="fields">
        <Field label={copy.rate} note={copy.rateNote}>
          <Percent value={rateBp} min={0} max={50} isOff={isOff} onChange={setRate} />
        </Field>
        <Field label={copy.floor} note={copy.floorNote}>
          <Percent value={floorBp} min={10} max={100} isOff={isOff} onChange={setFloor} />
        </Field>
      </div>
      {terms.updatedAt && (
        <p className="aside rates__by">{copy.updated(terms.updatedBy ?? '', minuteText(terms.updatedAt))}</p>
      )}
    </Card>
  )
}

type PercentProps = { value: number; min: number; max: number; isOff: boolean; onChange: (bp: number) => void }

const Percent = ({ value, min, max, isOff, onChange }: PercentProps) => (
  <InputNumber<number>
    value={value / 100}
    min={min}
    max={max}
    precision={2}
    controls={false}
    suffix={copy.percent}
    disabled={isOff}
    style={{ width: '100%' }}
    onChange={(percent) => percent !== null && onChange(Math.round(percent * 100))}
  />
)

const LeadersCard = ({ terms: { leaders }, isOff }: Props) => {
  const { data } = useCloud('staff-commission', 'leaders', {})
  const saving = useAct('staff-commission', 'saveRate', rateRefusals, { done: copy.saved })
  const others = (data?.rows ?? []).filter((row) => !leaders.some(({ memberId }) => memberId === row.memberId))
  const save = (memberId: MemberId, rateBp: number | null) => saving.run({ kind: 'leader', memberId, rateBp })
  return (
    <Card title={copy.leaders} aside={copy.leadersNote}>
      {!isOff && (
        <Select<MemberId | null>
          value={null}
          placeholder={copy.addLeader}
          aria-label={copy.addLeader}
          disabled={saving.isBusy}
          options={others.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          style={{ width: '100%' }}
          onChange={(memberId) => memberId && void save(memberId, STARTING_BP)}
        />
      )}
      {leaders.length === 0 && <p className="aside rates__none">{copy.noLeaders}</p>}
      <Rates
        rows={leaders.map(({ memberId, name, rateBp }) => ({
          key: memberId,
          name,
          rateBp,
          save: (bp) => save(memberId, bp),
        }))}
        isOff={isOff}
      />
    </Card>
  )
}

const ProductsCard = ({ terms: { products }, isOff }: Props) => {
  const saving = useAct('staff-commission', 'saveRate', rateRefusals, { done: copy.saved })
  return (
    <Card title={copy.products} aside={copy.productsNote}>
      {!isOff && (
        <ProductPicker
          value={null}
          placeholder={copy.addProduct}
          without={products.map(({ id }) => id)}
          isOff={saving.isBusy}
          onPick={({ id }) => void saving.run({ kind: 'product', productId: id, rateBp: STARTING_BP })}
        />
      )}
      {products.length === 0 && <p className="aside rates__none">{copy.noProducts}</p>}
      <Rates
        rows={products.map(({ id, title, commissionBp }) => ({
          key: id,
          name: title,
          rateBp: commissionBp,
          save: (rateBp) => saving.run({ kind: 'product', productId: id, rateBp }),
        }))}
        isOff={isOff}
      />
    </Card>
  )
}

type Rate = { key: string; name: string; rateBp: number; save: (rateBp: number | null) => Promise<boolean> }

const Rates = ({ rows, isOff }: { rows: readonly Rate[]; isOff: boolean }) => (
  <ul className="rates__rows">
    {rows.map(({ key, name, rateBp, save }) => (
      <li key={key}>
        <span>{name}</span>
        <RateField label={copy.rateOf(name)} rateBp={rateBp} isOff={isOff} onSave={save} />
        {!isOff && (
          <ConfirmOnce title={copy.removeSure} act={copy.remove} isLoss={false} onSure={() => save(null)}>
            <Button size="small">{copy.remove}</Button>
          </ConfirmOnce>
        )}
      </li>
    ))}
  </ul>
)

const Rail = ({ rail: { isReady, checks } }: { rail: RailCheck }) => (
  <Card
    title={copy.rail}
    className="rail-check"
    action={<StateTag tone={isReady ? 'done' : 'late'} text={isReady ? copy.railReady : copy.railNot} />}
  >
    <ul className="rail-check__rows">
      {checks.map(({ what, isOk, fact }) => (
        <li key={what}>
          <span>
            {copy.checks[what]}
            {fact && <span className="second">{fact}</span>}
          </span>
          <StateTag tone={isOk ? 'done' : 'late'} text={isOk ? copy.fine : copy.wrong} filled={false} />
        </li>
      ))}
    </ul>
    <p className="aside">{copy.railNote}</p>
  </Card>
)
