import { View } from '@tarojs/components'
import type { CommunityHome, HandOverOffer } from '@/contract/community'
import type { CommunityId, SaleId } from '@/domain/ids'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { CommunityRow } from './community-row'
import { copy } from './copy'
import { LeadRow } from './lead-row'
import { OfferCard } from './offer-card'
import { SaleRow } from './sale-row'
import './community.scss'

type Props = {
  readonly view: CommunityHome
  readonly answering: boolean
  readonly onAnswer: (offer: HandOverOffer, isYes: boolean) => void
  readonly onCommunity: (id: CommunityId) => void
  readonly onSale: (id: SaleId) => void
  readonly onApply: () => void
  readonly onBench: () => void
  readonly onShop: () => void
}

/** The tab: what is open for me, my communities, and for a newcomer what all of this is. */
export const HomeScreen = ({ view, answering, onAnswer, onCommunity, onSale, onApply, onBench, onShop }: Props) => {
  const isNew = view.mine.length === 0
  return (
    <>
      {isNew && <Welcome />}
      {view.offers.map((offer) => (
        <OfferCard key={offer.id} offer={offer} busy={answering} onAnswer={onAnswer} />
      ))}
      {view.leader?.state === 'approved' && (
        <Card look="up">
          <ListRow icon="store" title={copy.lead.bench} note={copy.lead.benchNote} onTap={onBench} />
        </Card>
      )}
      {view.sales.length > 0 && (
        <Card>
          <CardHead title={copy.open} />
          {view.sales.map((sale) => (
            <SaleRow key={sale.id} sale={sale} onOpen={onSale} isWithPlace />
          ))}
        </Card>
      )}
      {view.mine.length > 0 && (
        <Card>
          <CardHead title={copy.mine} />
          {view.mine.map((community) => (
            <CommunityRow key={community.id} community={community} onOpen={onCommunity} />
          ))}
        </Card>
      )}
      {view.nearby.length > 0 && (
        <Card>
          <CardHead title={copy.nearby} />
          {view.nearby.map((community) => (
            <CommunityRow key={community.id} community={community} onOpen={onCommunity} />
          ))}
        </Card>
      )}
      {isNew && <HowItGoes />}
      {view.leader?.state !== 'approved' && (
        <Card look="flat">
          <LeadRow standing={view.leader} onApply={onApply} />
        </Card>
      )}
      {view.sales.length + view.nearby.length === 0 && (
        <View className="together-way">
          <Button width="wide" onTap={onShop}>
            {copy.none.action}
          </Button>
        </View>
      )}
    </>
  )
}

const Welcome = () => (
  <View className="together">
    <View className="together-title">{copy.hello}</View>
    <View className="n2 mt2">{copy.helloNote}</View>
  </View>
)

const HowItGoes = () => (
  <>
    <Card>
      <CardHead title={copy.how} />
      {copy.steps.map(({ title, note }, place) => (
        <View className="step" key={title}>
          <View className="step-count">{place + 1}</View>
          <View className="grow">
            <View className="b">{title}</View>
            <View className="n2">{note}</View>
          </View>
        </View>
      ))}
    </Card>
    <Card>
      <CardHead title={copy.honestTitle} />
      {copy.honest.map((words) => (
        <View className="honest" key={words}>
          <Icon name="check" size={17} className="leafy" />
          <View className="grow">{words}</View>
        </View>
      ))}
    </Card>
  </>
)
