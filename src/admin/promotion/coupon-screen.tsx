/** One coupon template: its terms at the left; what it would have cost and what is out of it at the right. */
import { useState } from 'react'
import { Button } from 'antd'
import { Link, useParams } from 'react-router-dom'
import type { GrantedCoupon, TemplateRow } from '@/contract/staff-promotion'
import { isId, type CouponTemplateId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { Card, Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { Empty, Failed, Skeleton } from '../parts/states'
import { UnsavedGuard } from '../parts/unsaved-guard'
import { BurnBar } from './burn-bar'
import { CodesDialog } from './codes-dialog'
import { copy, dealState, faultText, templateFaults, templateRefusals } from './copy'
import { copy as words } from './coupon-copy'
import { countChanges, emptyDraft, faultsOf, saveInput, tryInput } from './coupon-draft'
import { CouponFields } from './coupon-fields'
import { CouponsCard } from './coupons-card'
import { DealActs } from './deal-acts'
import { GrantDrawer } from './grant-drawer'
import { SandboxCard } from './sandbox-card'
import { useDealEditor } from './use-deal-editor'
import '../group-buy/editor.css'
import './promotion.css'

export const Screen = () => {
  const { templateId } = useParams()
  if (templateId === 'new') return <Editor key="new" row={null} coupons={[]} />
  return isId('ctp', templateId) ? <Opened key={templateId} id={templateId} /> : <Unknown />
}

const Opened = ({ id }: { id: CouponTemplateId }) => {
  const { data, error, refetch } = useCloud('staff-promotion', 'template', { templateId: id }, { isStill: true })
  if (data) return <Editor row={data} coupons={data.coupons} />
  return (
    <Page title={words.title}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} height={110} />}
    </Page>
  )
}

const Unknown = () => (
  <Empty icon="gift" title={copy.unknown} note={copy.unknownNote}>
    <Link to="/campaigns/coupons">
      <Button>{copy.toList}</Button>
    </Link>
  </Empty>
)

const Editor = ({ row, coupons }: { row: TemplateRow | null; coupons: readonly GrantedCoupon[] }) => {
  const { base, kept, draft, setDraft, keep, acts } = useDealEditor({
    row,
    draftOf: ({ template }: TemplateRow) => template,
    blank: emptyDraft,
    pathOf: ({ template: { id } }) => `/campaigns/coupons/${id}`,
  })
  const [open, setOpen] = useState<'grant' | 'codes' | null>(null)
  const can = useCan()
  const saving = useAct('staff-promotion', 'saveTemplate', templateRefusals, { onDone: keep })
  const moving = useAct('staff-promotion', 'moveTemplate', templateRefusals, { onDone: keep })
  const status = base?.template.status ?? 'draft'
  const isOpen = status !== 'ended' && can('campaign.write')
  const faults = faultsOf(draft, epochMs(Date.now()))
  const changes = countChanges(draft, kept)
  const input = saveInput(draft, base)
  const tried = tryInput(draft)
  const [firstFault] = faults
  const { save, move, isBusy } = acts({
    ...{ saving, moving, input, changes },
    moveInput: ({ template: { id }, version }, act) => ({ templateId: id, version, act }),
  })

  return (
    <Page
      title={kept.name || words.newTitle}
      aside={
        <>
          <Link to="/campaigns/coupons">
            {copy.crumb} / {words.title}
          </Link>
          <StateTag {...dealState(status)} />
        </>
      }
      actions={
        can('campaign.write') && (
          <DealActs
            acts={base?.acts ?? []}
            isDraft={status === 'draft'}
            isOver={status === 'ended'}
            changes={changes}
            problem={firstFault ? faultText(templateFaults, firstFault) : null}
            canSave={input !== null}
            isBusy={isBusy}
            onSave={save}
            onMove={move}
          />
        )
      }
    >
      <div className="campaign">
        <Card
          title={words.form.title}
          className="campaign__form"
          {...(status !== 'draft' && isOpen ? { aside: words.form.keeps } : {})}
        >
          <fieldset disabled={!isOpen} className="campaign__fields">
            <CouponFields draft={draft} scopeNames={base?.scopeNames ?? []} isOff={!isOpen} onDraft={setDraft} />
          </fieldset>
        </Card>
        <div className="campaign__side">
          <SandboxCard
            input={tried && { kind: 'coupon', template: tried }}
            budget={draft.budget}
            {...(isOpen ? { onAdopt: (thresholdFen) => setDraft((now) => ({ ...now, thresholdFen })) } : {})}
          />
          {base && status !== 'draft' && (
            <CouponsCard
              coupons={coupons}
              burn={<BurnBar {...base.burn} />}
              actions={
                status === 'live' &&
                can('campaign.write') && (
                  <>
                    <Button size="small" onClick={() => setOpen('codes')}>
                      {words.codes.open}
                    </Button>
                    <Button size="small" onClick={() => setOpen('grant')}>
                      {words.grant.open}
                    </Button>
                  </>
                )
              }
            />
          )}
        </div>
      </div>
      {open === 'grant' && base && <GrantDrawer row={base} onClose={() => setOpen(null)} />}
      {open === 'codes' && base && <CodesDialog row={base} onClose={() => setOpen(null)} />}
      <UnsavedGuard isUnsaved={isOpen && changes > 0 && !isBusy} />
    </Page>
  )
}
