/** What the card in the chat says: title, clocks, where to fetch, and who goes short if less comes. */
import { Input, Radio, Segmented, Select } from 'antd'
import type { SaleDraftView } from '@/contract/leader'
import type { PickupPointId } from '@/domain/ids'
import { KEEP_DAYS } from '@/domain/pickup/bag'
import { mayEdit } from '@/domain/sale/edit'
import { SALE_LIMITS, type TermsNo } from '@/domain/sale/terms'
import type { Policy } from '@/domain/shortage/allocate'
import { CountInput } from '../parts/count-input'
import { Field } from '../parts/field'
import { Card } from '../parts/page'
import { InstantField } from '../promotion/instant-field'
import type { Draft } from './draft'
import { copy } from './editor-copy'

type Props = {
  view: SaleDraftView
  draft: Draft
  isOff: boolean
  problem: TermsNo | null
  onChange: (draft: Draft) => void
}

export const TermsCard = ({ view: { state, pickupPoints }, draft, isOff, problem, onChange }: Props) => {
  const isDraft = state === 'draft'
  const isFixed = isOff || !isDraft
  const set = (change: Partial<Draft>): void => onChange({ ...draft, ...change })
  const isHanded = problem?.code === 'sale.hand-over-window'
  return (
    <Card title={copy.content}>
      <div className="fields">
        <Field label={copy.title} isWide>
          <Input
            value={draft.title}
            maxLength={SALE_LIMITS.title}
            showCount
            disabled={isFixed}
            placeholder={copy.titleHint}
            status={problem?.code === 'sale.title' && draft.lines.length > 0 ? 'error' : ''}
            onChange={({ target }) => set({ title: target.value })}
          />
        </Field>
        <Field label={copy.note} isWide>
          <Input.TextArea
            value={draft.note}
            maxLength={SALE_LIMITS.note}
            autoSize={{ minRows: 3, maxRows: 6 }}
            disabled={isOff}
            placeholder={copy.noteHint}
            onChange={({ target }) => set({ note: target.value })}
          />
        </Field>
        <Field label={copy.startsAt}>
          <InstantField
            value={draft.startsAt}
            isOff={isFixed}
            label={copy.startsAt}
            onChange={(startsAt) => set({ startsAt })}
          />
        </Field>
        <Field label={copy.endsAt}>
          <InstantField
            value={draft.endsAt}
            isOff={isOff || (!isDraft && !mayEdit(state, 'window'))}
            isWrong={problem?.code === 'sale.window'}
            label={copy.endsAt}
            onChange={(endsAt) => set({ endsAt })}
          />
        </Field>
        <Way draft={draft} points={pickupPoints} isFixed={isFixed} problem={problem} set={set} />
        <Field label={copy.from}>
          <InstantField
            value={draft.handOverFromAt}
            isOff={isOff}
            isWrong={isHanded}
            label={copy.from}
            onChange={(handOverFromAt) => set({ handOverFromAt })}
          />
        </Field>
        <Field label={copy.until}>
          <InstantField
            value={draft.handOverUntilAt}
            isOff={isOff}
            isWrong={isHanded}
            label={copy.until}
            onChange={(handOverUntilAt) => set({ handOverUntilAt })}
          />
        </Field>
        <Field label={copy.keep}>
          <CountInput
            label={copy.keep}
            unit={copy.keepUnit}
            value={draft.keepDays}
            least={KEEP_DAYS.least}
            most={KEEP_DAYS.most}
            isOff={isFixed}
            onChange={(keepDays) => set({ keepDays })}
          />
        </Field>
      </div>
      <p className="sale-editor__label">{copy.policy}</p>
      <Radio.Group
        vertical
        value={draft.shortagePolicy}
        disabled={isFixed}
        options={(['first-paid', 'proportional'] as const).map((value) => ({ value, label: copy.policies[value] }))}
        onChange={({ target }) => set({ shortagePolicy: target.value as Policy })}
      />
      <p className="aside">{copy.policyNote}</p>
    </Card>
  )
}

type WayProps = {
  draft: Draft
  points: SaleDraftView['pickupPoints']
  isFixed: boolean
  problem: TermsNo | null
  set: (change: Partial<Draft>) => void
}

const Way = ({ draft: { pickupPointIds }, points, isFixed, problem, set }: WayProps) => (
  <>
    <Field label={copy.way} isWide>
      <Segmented
        value={pickupPointIds === null ? 'home' : 'pickup'}
        disabled={isFixed}
        options={(['pickup', 'home'] as const).map((value) => ({ value, label: copy.ways[value] }))}
        onChange={(way) => set({ pickupPointIds: way === 'home' ? null : points.slice(0, 1).map(({ id }) => id) })}
        style={{ justifySelf: 'start' }}
      />
    </Field>
    {pickupPointIds !== null && (
      <Field label={copy.points} isWide>
        <Select<PickupPointId[]>
          mode="multiple"
          value={[...pickupPointIds]}
          disabled={isFixed}
          status={problem?.code === 'sale.no-point' ? 'error' : ''}
          placeholder={copy.pointsHint}
          maxCount={SALE_LIMITS.points}
          options={points.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(ids) => set({ pickupPointIds: ids })}
        />
      </Field>
    )}
  </>
)
