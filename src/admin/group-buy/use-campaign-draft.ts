/** What is being edited, from the version it was opened at; a newer one is taken over while nothing is changed here. */
import { useMemo, useState } from 'react'
import type { CampaignView } from '@/contract/staff-group-buy'
import { epochMs } from '@/domain/time'
import { copyOf, countChanges, draftOf, emptyDraft } from './draft'

/** Of `version`: the numbers of a campaign move every minute, its terms do not. */
const isNewer = (now: CampaignView | null, seen: CampaignView | null): boolean =>
  now?.id !== seen?.id || now?.version !== seen?.version

export const useCampaignDraft = (campaign: CampaignView | null, model: CampaignView | null) => {
  const [base, setBase] = useState(campaign)
  const [seen, setSeen] = useState(campaign)
  const [blank] = useState(() => emptyDraft(epochMs(Date.now())))
  const kept = useMemo(() => (base ? draftOf(base) : blank), [base, blank])
  const [draft, setDraft] = useState(() => (model ? copyOf(model, epochMs(Date.now())) : kept))
  const changes = countChanges(draft, kept)
  const start = (from: CampaignView): void => {
    setBase(from)
    setDraft(draftOf(from))
  }
  if (isNewer(campaign, seen)) {
    setSeen(campaign)
    if (campaign && changes === 0) start(campaign)
  }
  return { base, kept, draft, setDraft, changes, start }
}
