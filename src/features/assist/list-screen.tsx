import { View } from '@tarojs/components'
import type { AssistCampaignView, AssistCardView } from '@/contract/assist'
import type { AssistCampaignId, AssistCardId } from '@/domain/ids'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { thresholdText } from '@/ui/coupon-words'
import { EmptyState } from '@/ui/empty-state'
import { ListRow } from '@/ui/list-row'
import { closedText, copy } from './copy'
import { RewardTicket } from './reward-ticket'
import { RulesCard } from './rules-card'
import type { ListView } from './use-list'
import { figureOf, giftText, lifeText } from './words'
import './assist.scss'

const words = copy.list

type Ways = {
  readonly starting: AssistCampaignId | null
  readonly claiming: string | null
  readonly onStart: (campaignId: AssistCampaignId) => void
  readonly onCard: (cardId: AssistCardId) => void
  readonly onInstead: (campaign: AssistCampaignView) => void
}
type Props = Ways & { readonly view: ListView; readonly onCentre: () => void }

/** Everything there is to know stands here before anything happens. */
export const ListScreen = ({ view: { campaigns, mine }, onCentre, ...ways }: Props) => (
  <>
    {mine.length > 0 && (
      <Card>
        <CardHead title={words.mine} />
        {mine.map((card) => (
          <ListRow
            key={card.id}
            icon="coupon"
            title={giftText(card.campaign.reward)}
            note={stateText(card)}
            onTap={() => ways.onCard(card.id)}
          />
        ))}
      </Card>
    )}
    {campaigns.length === 0 ? (
      <EmptyState title={words.emptyTitle} note={words.emptyNote} action={words.emptyAction} onTap={onCentre} />
    ) : (
      campaigns.map((campaign) => (
        <Campaign
          key={campaign.id}
          campaign={campaign}
          underWay={mine.find((card) => card.campaign.id === campaign.id && card.state === 'collecting') ?? null}
          {...ways}
        />
      ))
    )}
  </>
)

const stateText = ({ state, missing }: AssistCardView): string =>
  state === 'collecting' ? words.states.collecting(missing) : words.states[state]

type CampaignProps = Ways & { readonly campaign: AssistCampaignView; readonly underWay: AssistCardView | null }

const Campaign = ({ campaign, underWay, starting, claiming, onStart, onCard, onInstead }: CampaignProps) => {
  const { id, helpers, lifeMs, helperReward, instead, closed } = campaign
  return (
    <>
      <View className="assist-ticket">
        <RewardTicket campaign={campaign} isOff={closed !== null && !underWay} />
      </View>
      <Card>
        <View className="b">{words.helpers(helpers, lifeText(lifeMs))}</View>
        {helperReward && (
          <View className="n2 mt1">
            {words.friends(figureOf(helperReward), thresholdText(helperReward.thresholdFen))}
          </View>
        )}
        <View className="mt4">
          {underWay ? (
            <Button width="wide" onTap={() => onCard(underWay.id)}>
              {words.under}
            </Button>
          ) : (
            <Button width="wide" isOff={closed !== null} isBusy={starting === id} onTap={() => onStart(id)}>
              {closed === null ? words.start : closedText[closed]}
            </Button>
          )}
        </View>
      </Card>
      <RulesCard
        campaign={campaign}
        isClaiming={claiming !== null && claiming === instead?.templateId}
        onInstead={() => onInstead(campaign)}
      />
    </>
  )
}
