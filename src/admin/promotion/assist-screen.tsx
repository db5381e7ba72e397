/** One assist campaign: opened from the list, or a new one. */
import { Button } from 'antd'
import { Link, useParams } from 'react-router-dom'
import type { AssistCardRow, AssistRow } from '@/contract/staff-promotion'
import { isId, type AssistCampaignId } from '@/domain/ids'
import { useCloud } from '../cloud/use-cloud'
import { Page } from '../parts/page'
import { Empty, Failed, Skeleton } from '../parts/states'
import { copy as words } from './assist-copy'
import { AssistEditor } from './assist-editor'
import { copy } from './copy'
import { useTemplates } from './use-templates'

export const Screen = () => {
  const { campaignId } = useParams()
  if (campaignId === 'new') return <WithTemplates key="new" campaign={null} cards={[]} />
  return isId('acp', campaignId) ? <Opened key={campaignId} id={campaignId} /> : <Unknown />
}

const Opened = ({ id }: { id: AssistCampaignId }) => {
  const { data, error, refetch } = useCloud('staff-promotion', 'assist', { campaignId: id }, { isStill: true })
  return data ? (
    <WithTemplates campaign={data} cards={data.cards} />
  ) : (
    <Waiting error={error} onRetry={() => void refetch()} />
  )
}

type Props = { campaign: AssistRow | null; cards: readonly AssistCardRow[] }

const WithTemplates = ({ campaign, cards }: Props) => {
  const named = campaign ? [campaign.templateId, campaign.helperTemplateId, campaign.insteadTemplateId] : []
  const { templates, error, refetch } = useTemplates(named.filter((id) => id !== null))
  return templates ? (
    <AssistEditor campaign={campaign} cards={cards} templates={templates} />
  ) : (
    <Waiting error={error} onRetry={refetch} />
  )
}

const Waiting = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => (
  <Page title={words.title}>
    {error ? <Failed error={error} onRetry={onRetry} /> : <Skeleton rows={6} height={110} />}
  </Page>
)

const Unknown = () => (
  <Empty icon="gift" title={copy.unknown} note={copy.unknownNote}>
    <Link to="/campaigns/assist">
      <Button>{copy.toList}</Button>
    </Link>
  </Empty>
)
