/** One promotion: its terms at the left, last week's orders at the right. */
import { Button } from 'antd'
import { Link, useParams } from 'react-router-dom'
import type { PromotionRow } from '@/contract/staff-promotion'
import { isId, type PromotionId } from '@/domain/ids'
import { promotionFaults as faultsOf } from '@/domain/promotion/promotion-faults'
import { epochMs } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { ReadRefused, useCloud } from '../cloud/use-cloud'
import { Card, Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { Empty, Failed, Skeleton } from '../parts/states'
import { UnsavedGuard } from '../parts/unsaved-guard'
import { copy, dealState, faultText, promotionFaults, promotionRefusals } from './copy'
import { DealActs } from './deal-acts'
import { copy as words } from './promotion-copy'
import { countChanges, emptyDraft, saveInput, tryInput } from './promotion-draft'
import { PromotionFields } from './promotion-fields'
import { SandboxCard } from './sandbox-card'
import { useDealEditor } from './use-deal-editor'
import '../group-buy/editor.css'
import './promotion.css'

export const Screen = () => {
  const { promotionId } = useParams()
  if (promotionId === 'new') return <Editor key="new" row={null} />
  return isId('prm', promotionId) ? <Opened key={promotionId} id={promotionId} /> : <Unknown />
}

const Opened = ({ id }: { id: PromotionId }) => {
  const { data, error, refetch } = useCloud('staff-promotion', 'promotion', { promotionId: id }, { isStill: true })
  if (data) return <Editor row={data} />
  if (error instanceof ReadRefused) return <Unknown />
  return (
    <Page title={words.title}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} height={110} />}
    </Page>
  )
}

const Unknown = () => (
  <Empty icon="gift" title={copy.unknown} note={copy.unknownNote}>
    <Link to="/campaigns/promotions">
      <Button>{copy.toList}</Button>
    </Link>
  </Empty>
)

const Editor = ({ row }: { row: PromotionRow | null }) => {
  const { base, kept, draft, setDraft, keep, acts } = useDealEditor({
    row,
    draftOf: ({ promotion }: PromotionRow) => promotion,
    blank: () => emptyDraft(epochMs(Date.now())),
    pathOf: ({ promotion: { id } }) => `/campaigns/promotions/${id}`,
  })
  const can = useCan()
  const saving = useAct('staff-promotion', 'savePromotion', promotionRefusals, { onDone: keep })
  const moving = useAct('staff-promotion', 'movePromotion', promotionRefusals, { onDone: keep })
  const status = base?.status ?? 'draft'
  const isOpen = status !== 'ended' && can('campaign.write')
  const [fault] = faultsOf(draft)
  const changes = countChanges(draft, kept)
  const input = saveInput(draft, base)
  const tried = tryInput(draft)
  const { save, move, isBusy } = acts({
    ...{ saving, moving, input, changes },
    moveInput: ({ promotion: { id }, version }, act) => ({ promotionId: id, version, act }),
  })

  return (
    <Page
      title={kept.name || words.newTitle}
      aside={
        <>
          <Link to="/campaigns/promotions">
            {copy.crumb} / {words.title}
          </Link>
          <StateTag {...dealState(status, kept)} />
        </>
      }
      actions={
        can('campaign.write') && (
          <DealActs
            acts={base?.acts ?? []}
            isDraft={status === 'draft'}
            isOver={status === 'ended'}
            changes={changes}
            problem={fault ? faultText(promotionFaults, fault) : null}
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
            <PromotionFields draft={draft} scopeNames={base?.scopeNames ?? []} isOff={!isOpen} onDraft={setDraft} />
          </fieldset>
        </Card>
        <div className="campaign__side">
          <SandboxCard input={tried && { kind: 'promotion', promotion: tried }} />
        </div>
      </div>
      <UnsavedGuard isUnsaved={isOpen && changes > 0 && !isBusy} />
    </Page>
  )
}
