/** A campaign on one screen: what is promised at the left; what the rules say of it and what it would have cost at the right. */
import { App } from 'antd'
import { Link } from 'react-router-dom'
import type { AssistCardRow, AssistRow, TemplateRow } from '@/contract/staff-promotion'
import type { CouponTemplateId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import type { Fen } from '@/domain/money'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { FunnelBars } from '../parts/funnel-bars'
import { Card, Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { UnsavedGuard } from '../parts/unsaved-guard'
import { AssistCards } from './assist-cards'
import { assistRefusals, copy as words } from './assist-copy'
import { countChanges, draftOf, emptyDraft, followed, lint, mended, saveInput, type Draft } from './assist-draft'
import { AssistFields } from './assist-fields'
import { AssistPreview } from './assist-preview'
import { copy, dealState, templateRefusals, yuan } from './copy'
import { DealActs } from './deal-acts'
import { FindingsCard } from './findings-card'
import { SandboxCard } from './sandbox-card'
import { templateInput } from './template-input'
import { useDealEditor } from './use-deal-editor'
import type { Templates } from './use-templates'
import '../group-buy/editor.css'
import './promotion.css'

type Props = { campaign: AssistRow | null; cards: readonly AssistCardRow[]; templates: Templates }

export const AssistEditor = ({ campaign, cards, templates: choice }: Props) => {
  const templates = choice.known
  const { base, kept, draft, setDraft, keep, acts } = useDealEditor({
    row: campaign,
    draftOf,
    blank: () => emptyDraft(epochMs(Date.now())),
    pathOf: ({ id }) => `/campaigns/assist/${id}`,
  })
  const { modal } = App.useApp()
  const can = useCan()
  const saving = useAct('staff-promotion', 'saveAssist', assistRefusals, { onDone: keep })
  const moving = useAct('staff-promotion', 'moveAssist', assistRefusals, { onDone: keep })
  const mending = useAct('staff-promotion', 'saveTemplate', templateRefusals, { done: copy.saved })

  const change = (to: (draft: Draft) => Draft): void => setDraft((now) => followed(now, to(now), templates))
  const findings = lint(draft, templates)
  const bad = findings.filter(({ ok }) => !ok).length
  const changes = countChanges(draft, kept)
  const input = saveInput(draft, base)
  const status = base?.status ?? 'draft'
  const isOpen = status !== 'ended' && can('campaign.write')
  const [reward, helper, instead] = [draft.templateId, draft.helperTemplateId, draft.insteadTemplateId].map((id) =>
    find(templates, id),
  )
  const { save, move, isBusy } = acts({
    ...{ saving, moving, input, changes },
    moveInput: ({ id, version }, act) => ({ campaignId: id, version, act }),
  })
  const adopt = (row: TemplateRow) => (thresholdFen: Fen) =>
    void modal.confirm({
      title: words.adopt(row.template.name, yuan(thresholdFen)),
      content: words.adoptNote,
      okText: words.adoptAct,
      cancelText: words.cancel,
      icon: null,
      centered: true,
      onOk: () =>
        mending.run({
          ...templateInput({ ...row.template, thresholdFen }),
          templateId: row.template.id,
          version: row.version,
        }),
    })

  return (
    <Page
      title={kept.name || words.newTitle}
      aside={
        <>
          <Link to="/campaigns/assist">
            {copy.crumb} / {words.title}
          </Link>
          <StateTag {...dealState(status, draft)} />
        </>
      }
      actions={
        can('campaign.write') && (
          <DealActs
            acts={base?.acts ?? []}
            isDraft={status === 'draft'}
            isOver={status === 'ended'}
            changes={changes}
            problem={bad > 0 ? copy.mend(bad) : null}
            canSave={input !== null}
            isBusy={isBusy}
            onSave={save}
            onMove={move}
          />
        )
      }
    >
      <div className="campaign">
        <Card title={words.form.title} className="campaign__form">
          <fieldset disabled={!isOpen} className="campaign__fields">
            <AssistFields draft={draft} templates={choice} findings={findings} isOff={!isOpen} onDraft={change} />
          </fieldset>
          <AssistPreview draft={draft} reward={reward ?? null} helper={helper ?? null} instead={instead ?? null} />
        </Card>
        <div className="campaign__side">
          <FindingsCard
            findings={findings}
            isOff={!isOpen}
            onFix={(fix) => change((now) => mended(now, fix, templates))}
          />
          <SandboxCard
            input={reward ? { kind: 'coupon', template: templateInput(reward.template) } : null}
            budget={draft.budget}
            {...(reward && isOpen ? { onAdopt: adopt(reward) } : {})}
          />
        </div>
      </div>
      {base && status !== 'draft' && (
        <div className="assist-brought">
          <Card title={words.funnel}>
            <FunnelBars steps={base.funnel.map(({ step, people }) => ({ name: words.steps[step], people }))} />
          </Card>
          <AssistCards cards={cards} />
        </div>
      )}
      <UnsavedGuard isUnsaved={isOpen && changes > 0 && !isBusy} />
    </Page>
  )
}

const find = (templates: readonly TemplateRow[], id: CouponTemplateId | null): TemplateRow | null =>
  templates.find(({ template }) => template.id === id) ?? null
