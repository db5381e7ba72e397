/** One campaign: opened from the list, a new one, or a copy of an older one (`?from=`). */
import { Button } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router-dom'
import { isId } from '@/domain/ids'
import type { GroupCampaignId } from '@/domain/ids'
import { ReadRefused, useCloud } from '../cloud/use-cloud'
import { Page } from '../parts/page'
import { Empty, Failed, Skeleton } from '../parts/states'
import { CampaignEditor } from './campaign-editor'
import { copy } from './copy'

export const Screen = () => {
  const { campaignId } = useParams()
  const [search] = useSearchParams()
  const from = search.get('from')
  if (campaignId === 'new') return isId('gcp', from) ? <Opened key={`copy of ${from}`} id={from} isCopy /> : <New />
  return isId('gcp', campaignId) ? <Opened key={campaignId} id={campaignId} /> : <Unknown />
}

const New = () => <CampaignEditor key="new" campaign={null} model={null} />

const Opened = ({ id, isCopy = false }: { id: GroupCampaignId; isCopy?: boolean }) => {
  const { data, error, refetch } = useCloud('staff-group-buy', 'campaign', { campaignId: id }, { every: 60_000 })
  if (data) return <CampaignEditor campaign={isCopy ? null : data} model={isCopy ? data : null} />
  if (error instanceof ReadRefused && error.refusal.code === 'campaign.unknown') return <Unknown />
  return (
    <Page title={copy.title}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} height={110} />}
    </Page>
  )
}

const Unknown = () => (
  <Empty icon="gift" title={copy.unknown} note={copy.unknownNote}>
    <Link to="/campaigns/group-buy">
      <Button>{copy.toList}</Button>
    </Link>
  </Empty>
)
