/** The terms of a campaign. What can't be promised can't be chosen; what can still be wrong is said under its field. */
import { DatePicker, Input, Segmented, Select } from 'antd'
import { Link } from 'react-router-dom'
import type { CampaignView } from '@/contract/staff-group-buy'
import { GROUP_SIZE } from '@/domain/group-buy/group'
import type { TermsProblem } from '@/domain/group-buy/campaign'
import { MINUTE } from '@/domain/time'
import type { EpochMs } from '@/domain/time'
import { CountInput } from '../parts/count-input'
import { Field } from '../parts/field'
import { Picture } from '../parts/picture'
import { ProductPicker } from '../parts/product-picker'
import { refusals } from './copy'
import { withProduct, withSize } from './draft'
import type { Draft } from './draft'
import { durationText } from './duration-text'
import { copy } from './editor-copy'
import { calendarOf, instantOf } from './wall-clock'

type Props = {
  draft: Draft
  /** Set once the campaign has been published. */
  fixedProduct: CampaignView['product'] | null
  isOff: boolean
  problems: readonly TermsProblem[]
  onDraft: (change: (draft: Draft) => Draft) => void
}

const words = copy.form
const sizes = Array.from({ length: GROUP_SIZE.max - GROUP_SIZE.min + 1 }, (_, n) => GROUP_SIZE.min + n)
const lives = [30, 60, 120, 180, 360, 720, 1440]

export const TermsFields = ({ draft, fixedProduct, isOff, problems, onDraft }: Props) => {
  const change = (values: Partial<Draft>): void => onDraft((now) => ({ ...now, ...values }))
  const hasWrongDates = problems.some(({ code }) => code === 'campaign.dates')
  return (
    <div className="fields">
      <Field label={words.name} isWide>
        <Input
          value={draft.name}
          maxLength={30}
          placeholder={words.nameHint}
          onChange={({ target }) => change({ name: target.value })}
        />
      </Field>
      {fixedProduct ? (
        <div className="field is-wide">
          <span className="field__label">{words.product}</span>
          <span className="campaign__product">
            <Picture picture={fixedProduct.picture} size={28} radius={6} />
            <Link to={`/products/${fixedProduct.id}`}>{fixedProduct.title}</Link>
            {!isOff && <span className="aside">{words.productFixed}</span>}
          </span>
        </div>
      ) : (
        <Field label={words.product} isWide>
          <ProductPicker
            value={draft.productId}
            placeholder={words.productHint}
            isOff={isOff}
            onPick={({ id }) => onDraft((now) => withProduct(now, id))}
          />
        </Field>
      )}
      <Field label={words.size} note={words.sizeNote}>
        <Segmented<number>
          block
          disabled={isOff}
          value={draft.size}
          options={sizes.map((value) => ({ value, label: words.sizeUnit(value) }))}
          onChange={(size) => onDraft((now) => withSize(now, size))}
        />
      </Field>
      <Field label={words.minSize} note={words.minSizeNote}>
        <Select<number>
          disabled={isOff}
          value={draft.minSize ?? 0}
          options={[
            { value: 0, label: words.minSizeNone },
            ...sizes.filter((n) => n < draft.size).map((value) => ({ value, label: words.minSizeSome(value) })),
          ]}
          onChange={(minSize) => change({ minSize: minSize || null })}
        />
      </Field>
      <Field label={words.life} note={words.lifeNote}>
        <Select<number>
          disabled={isOff}
          value={draft.lifeMinutes}
          options={[...new Set([...lives, draft.lifeMinutes])]
            .sort((a, b) => a - b)
            .map((value) => ({ value, label: durationText(value * MINUTE) }))}
          onChange={(lifeMinutes) => change({ lifeMinutes })}
        />
      </Field>
      <div className="field">
        <span className="field__label">{words.limits}</span>
        <span className="campaign__limits">
          <CountInput
            label={words.perPersonLabel}
            unit={words.perPerson}
            value={draft.perPerson}
            most={20}
            isOff={isOff}
            onChange={(perPerson) => change({ perPerson })}
          />
          <CountInput
            label={words.mostPiecesLabel}
            unit={words.mostPieces}
            value={draft.mostPieces}
            most={20}
            isOff={isOff}
            onChange={(mostPieces) => change({ mostPieces })}
          />
        </span>
        <span className="aside">{words.limitsNote}</span>
      </div>
      <Field label={words.startsAt}>
        <Instant value={draft.startsAt} isOff={isOff} onChange={(startsAt) => change({ startsAt })} />
      </Field>
      <Field
        label={words.endsAt}
        note={hasWrongDates ? <span className="problem">{refusals['campaign.dates']}</span> : words.endsNote}
      >
        <Instant value={draft.endsAt} isOff={isOff} isWrong={hasWrongDates} onChange={(endsAt) => change({ endsAt })} />
      </Field>
    </div>
  )
}

type InstantProps = { value: EpochMs; isOff: boolean; isWrong?: boolean; onChange: (at: EpochMs) => void }

const Instant = ({ value, isOff, isWrong = false, onChange }: InstantProps) => (
  <DatePicker
    value={calendarOf(value)}
    disabled={isOff}
    status={isWrong ? 'error' : ''}
    format="YYYY-MM-DD HH:mm"
    showTime={{ format: 'HH:mm', minuteStep: 5 }}
    allowClear={false}
    needConfirm={false}
    style={{ width: '100%' }}
    onChange={(shown) => shown && onChange(instantOf(shown))}
  />
)
