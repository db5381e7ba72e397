/** The campaign's terms; what a rule of WeChat's says against is said under its field, too. */
import { Button, Input, InputNumber, Select } from 'antd'
import { Link } from 'react-router-dom'
import type { TemplateRow } from '@/contract/staff-promotion'
import { CARD_LIFE, HELPERS } from '@/domain/assist/card'
import type { Finding, LintCode } from '@/domain/assist/lint'
import { writeRules } from '@/domain/assist/rule-text'
import type { CouponTemplateId } from '@/domain/ids'
import { MINUTE } from '@/domain/time'
import { CountInput } from '../parts/count-input'
import { Field } from '../parts/field'
import { moneyText } from '../parts/money'
import { copy } from './assist-copy'
import { lintable, mostCost, type Draft } from './assist-draft'
import { offerText, thresholdText } from './copy'
import { InstantField } from './instant-field'
import { MarkedText } from './marked-text'
import type { Templates } from './use-templates'

type Props = {
  draft: Draft
  templates: Templates
  findings: readonly Finding[]
  isOff: boolean
  onDraft: (change: (draft: Draft) => Draft) => void
}

const words = copy.form
const NONE = '' as CouponTemplateId

export const AssistFields = ({ draft, templates: choice, findings, isOff, onDraft }: Props) => {
  const change = (values: Partial<Draft>): void => onDraft((now) => ({ ...now, ...values }))
  const isWrong = (code: LintCode): boolean => findings.some((finding) => finding.code === code && !finding.ok)
  const status = (code: LintCode) => (isWrong(code) ? 'error' : '')
  const templates = choice.known
  const open = choice.found.filter(({ template }) => template.status !== 'ended')
  const claimable = open.filter(({ template }) => template.isClaimable)
  const pick = (rows: readonly TemplateRow[], chosen: CouponTemplateId | null) => ({
    options: optionsOf(rows, templates, chosen),
    popupMatchSelectWidth: 300,
    // the server looks among all of them, not among the newest
    showSearch: { filterOption: false, onSearch: choice.search },
    onOpenChange: (isOpen: boolean) => isOpen || choice.search(''),
  })
  const helper = pick(open, draft.helperTemplateId)
  const isTooMany = draft.helpers > HELPERS.max
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
      <Field
        label={words.reward}
        note={
          open.length === 0 && !draft.templateId ? (
            <Link to="/campaigns/coupons/new">{words.noTemplates}</Link>
          ) : (
            words.rewardNote
          )
        }
      >
        <Select<CouponTemplateId>
          aria-label={words.reward}
          disabled={isOff}
          placeholder={words.pick}
          value={draft.templateId}
          status={status('fixed-reward')}
          {...pick(open, draft.templateId)}
          onChange={(templateId) => change({ templateId })}
        />
      </Field>
      <Field label={words.helper}>
        <Select<CouponTemplateId>
          aria-label={words.helper}
          disabled={isOff}
          value={draft.helperTemplateId ?? NONE}
          {...helper}
          options={[{ value: NONE, label: words.helperNone }, ...helper.options]}
          onChange={(id) => change({ helperTemplateId: id || null })}
        />
      </Field>
      <Field
        label={words.helpers}
        note={isTooMany ? <span className="problem">{words.helpersWrong(draft.helpers + 1)}</span> : words.helpersNote}
      >
        <CountInput
          label={words.helpers}
          unit={words.helpersUnit}
          value={draft.helpers}
          most={20}
          isOff={isOff}
          isWrong={isWrong('people')}
          onChange={(helpers) => change({ helpers })}
        />
      </Field>
      <Field label={words.life} note={words.lifeNote}>
        <InputNumber<number>
          aria-label={words.life}
          disabled={isOff}
          min={0.5}
          max={168}
          step={1}
          status={status('life')}
          suffix={words.lifeUnit}
          value={draft.lifeMinutes / 60}
          style={{ width: '100%' }}
          onChange={(hours) => change({ lifeMinutes: Math.round((hours ?? CARD_LIFE.max / MINUTE / 60) * 60) })}
        />
      </Field>
      <Field
        label={words.budget}
        note={draft.templateId ? words.mostCost(moneyText(mostCost(draft, templates))) : words.mostCostLater}
      >
        <CountInput
          label={words.budget}
          unit={words.budgetUnit}
          value={draft.budget}
          least={0}
          most={1_000_000}
          isOff={isOff}
          isWrong={isWrong('budget')}
          onChange={(budget) => change({ budget })}
        />
      </Field>
      <Field label={words.pace} note={words.paceNote}>
        <CountInput
          label={words.pace}
          unit={words.paceUnit}
          value={draft.startsPerHour}
          most={100_000}
          isOff={isOff}
          isWrong={isWrong('pace')}
          onChange={(startsPerHour) => change({ startsPerHour })}
        />
      </Field>
      <Field label={words.startsAt}>
        <InstantField value={draft.startsAt} isOff={isOff} onChange={(startsAt) => change({ startsAt })} />
      </Field>
      <Field label={words.endsAt}>
        <InstantField
          value={draft.endsAt}
          isOff={isOff}
          isWrong={draft.endsAt <= draft.startsAt}
          onChange={(endsAt) => change({ endsAt })}
        />
      </Field>
      <Field label={words.shareTitle} isWide>
        <MarkedText
          field="shareTitle"
          value={draft.shareTitle}
          findings={findings}
          label={words.shareTitle}
          maxLength={40}
          isOff={isOff}
          onChange={(shareTitle) => change({ shareTitle: shareTitle.replaceAll('\n', '') })}
        />
      </Field>
      <div className="field is-wide">
        <span className="field__label deal__label">
          {words.rules}
          {draft.templateId && !isOff && (
            <Button
              size="small"
              type="link"
              onClick={() => onDraft((now) => ({ ...now, ruleText: writeRules(lintable(now, templates)) }))}
            >
              {words.write}
            </Button>
          )}
        </span>
        <MarkedText
          field="ruleText"
          value={draft.ruleText}
          findings={findings}
          label={words.rules}
          maxLength={2000}
          isOff={isOff}
          onChange={(ruleText) => change({ ruleText })}
        />
      </div>
      <Field label={words.instead} note={words.moments} isWide>
        <Select<CouponTemplateId>
          aria-label={words.instead}
          disabled={isOff}
          placeholder={words.insteadHint}
          value={draft.insteadTemplateId}
          status={status('without-friends')}
          {...pick(claimable, draft.insteadTemplateId)}
          onChange={(insteadTemplateId) => change({ insteadTemplateId })}
        />
      </Field>
    </div>
  )
}

/** What was found, and the chosen one, which has to keep its name while one looks for another. */
const optionsOf = (
  rows: readonly TemplateRow[],
  known: readonly TemplateRow[],
  chosen: CouponTemplateId | null,
): { value: CouponTemplateId; label: string }[] => {
  const own = rows.some(({ template: { id } }) => id === chosen)
    ? []
    : known.filter((row) => row.template.id === chosen)
  return [...own, ...rows].map(({ template }) => ({
    value: template.id,
    label: `${offerText(template.offer)} · ${thresholdText(template.thresholdFen)} · ${template.name}`,
  }))
}
