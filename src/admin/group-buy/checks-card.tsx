/** What must be mended before it can be published, what staff should know, and what the shop keeps by itself. */
import { Button } from 'antd'
import type { CampaignSku } from '@/contract/staff-group-buy'
import { subtractFen } from '@/domain/money'
import type { SkuId } from '@/domain/ids'
import { refusalText } from '../cloud/refusal-text'
import { Icon } from '../parts/icon'
import { Card } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { refusals } from './copy'
import { pricesOf, withPrice } from './draft'
import type { Checked, Draft } from './draft'
import { copy, kept, warningText } from './editor-copy'

type Props = {
  draft: Draft
  skus: readonly CampaignSku[]
  checked: Checked
  onDraft: (change: (draft: Draft) => Draft) => void
}

const words = copy.checks

type Finding = {
  key: string
  tone: 'late' | 'todo'
  title: string
  note: string
  fix?: { label: string; run: () => void }
}

export const ChecksCard = ({ draft, skus, checked, onDraft }: Props) => {
  const findings = findingsOf({ draft, skus, checked, onDraft })
  const bad = findings.filter(({ tone }) => tone === 'late').length
  return (
    <Card
      title={words.title}
      className="checks"
      action={
        <>
          {bad > 0 && <StateTag tone="late" text={words.bad(bad)} />}
          {findings.length > bad && <StateTag tone="todo" text={words.warned(findings.length - bad)} />}
          <StateTag tone="done" text={words.passed(kept.length)} />
        </>
      }
    >
      {findings.map(({ key, tone, title, note, fix }) => (
        <div key={key} className={`checks__finding tone-${tone}`}>
          <Icon name="warn" size={15} />
          <span className="checks__what">
            <b>{title}</b> {note}
          </span>
          {fix && (
            <Button size="small" onClick={fix.run}>
              {fix.label}
            </Button>
          )}
        </div>
      ))}
      <ul className="kept-rules">
        {kept.map(({ text, clause }) => (
          <li key={text}>
            <Icon name="check" size={11} />
            {text} {clause && <span className="aside">{clause}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const findingsOf = ({ draft, skus, checked, onDraft }: Props): Finding[] => {
  const nameOf = (skuId: SkuId): string => skus.find((sku) => sku.skuId === skuId)?.options.join(' · ') ?? ''
  const setShare = (skuId: SkuId, stockShare: number): NonNullable<Finding['fix']> => ({
    label: words.setShare(stockShare),
    run: () =>
      onDraft((now) => {
        const sku = skus.find((each) => each.skuId === skuId)
        return sku ? withPrice(now, sku, { stockShare }) : now
      }),
  })
  const terms = checked.terms.map((problem): Finding => {
    return { key: problem.code, tone: 'late', title: refusalText(refusals, problem), note: '' }
  })
  const prices = checked.prices.map((problem): Finding => {
    const { code, skuId } = problem
    const title = [nameOf(skuId), refusalText(refusals, problem)].filter(Boolean).join(' ')
    const finding = { key: `${code} ${skuId}`, tone: 'late' as const, title, note: '' }
    return code === 'campaign.share-below-taken' ? { ...finding, fix: setShare(skuId, problem.taken) } : finding
  })
  const warnings = checked.warnings.map((warning): Finding => {
    const { code, skuId } = warning
    const price = pricesOf(draft).find((each) => each.skuId === skuId)
    const sku = skus.find((each) => each.skuId === skuId)
    const lossFen = code === 'below-cost' && price ? subtractFen(warning.costFen, price.priceFen) : undefined
    const { title, note } = warningText(warning, lossFen)
    const name = nameOf(skuId)
    const finding = { key: `${code} ${skuId}`, tone: 'todo' as const, title: name ? `${name} ${title}` : title, note }
    return code === 'share-over-shelf'
      ? { ...finding, fix: setShare(skuId, warning.available + (sku?.taken ?? 0)) }
      : finding
  })
  return [...terms, ...prices, ...warnings]
}
