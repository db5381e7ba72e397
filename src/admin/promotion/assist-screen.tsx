/** One assist campaign: opened from the list, or a new one. */
import { Button } from 'antd'
import { Link, useParams } from 'react-router-dom'
import type { TemplateRow } from '@/contract/staff-promotion'
import { isId, type AssistCampaignId } from '@/domain/ids'
import { useCloud } from '../cloud/use-cloud'
import { Page } from '../parts/page'
import { Empty, Failed, Skeleton } from '../parts/states'
import { copy as words } from './assist-copy'
import { AssistEditor } from './assist-editor'
import { copy } from './copy'

export const Screen = () => {
  const { campaignId } = useParams()
  const { data, error, refetch } = useCloud(
    'staff-promotion',
    'templates',
    { status: 'all', pageSize: 50 },
    { isStill: true },
  )
  if (!data)
    return (
      <Page title={words.title}>
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} height={110} />}
      </Page>
    )
  if (campaignId === 'new') return <AssistEditor key="new" campaign={null} cards={[]} templates={data.rows} />
  return isId('acp', campaignId) ? <Opened key={campaignId} id={campaignId} templates={data.rows} /> : <Unknown />
}

const Opened = ({ id, templates }: { id: AssistCampaignId; templates: readonly TemplateRow[] }) => {
  const { data, error, refetch } = useCloud('staff-promotion', 'assist', { campaignId: id }, { isStill: true })
  if (data) return <AssistEditor campaign={data} cards={data.cards} templates={templates} />
  return (
    <Page title={words.title}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} height={110} />}
    </Page>
  )
}

const Unknown = () => (
  <Empty icon="gift" title={copy.unknown} note={copy.unknownNote}>
    <Link to="/campaigns/assist">
      <Button>{copy.toList}</Button>
    </Link>
  </Empty>
)
