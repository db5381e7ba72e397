/** What the campaign brought so far: how its groups ended, the money, and the way from the card to the payment. */
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import type { CampaignNumbers, CampaignView } from '@/contract/staff-group-buy'
import { countText, percentText } from '../parts/count-text'
import { FunnelBars } from '../parts/funnel-bars'
import type { FunnelStep } from '../parts/funnel-bars'
import { Money } from '../parts/money'
import { Card } from '../parts/page'
import { Empty } from '../parts/states'
import { durationText } from './duration-text'
import { copy } from './editor-copy'
import { ShareBar } from './share-bar'

const words = copy.numbers

/** Cards and people are different things: how many people a card brought says more than a share. */
const stepsOf = ({ funnel }: CampaignNumbers): FunnelStep[] =>
  funnel.map(({ step, people }, place) => {
    const cards = funnel[place - 1]?.people ?? 0
    return {
      name: words.steps[step],
      people,
      ...(step === 'opened' ? { rate: cards > 0 ? words.perCard((people / cards).toFixed(1)) : '' } : {}),
    }
  })

export const NumbersCard = ({ campaign }: { campaign: CampaignView | null }) => {
  if (!campaign || campaign.status === 'draft')
    return (
      <Card title={words.title} className="numbers">
        <Empty icon="clock" title={words.none} note={words.noneNote} />
      </Card>
    )
  const { numbers, openGroups, skus } = campaign
  const { opened, filled, expired, medianFillMs, paidFen, pieces } = numbers
  const ended = filled + expired
  const sum = (field: 'taken' | 'stockShare'): number => skus.reduce((total, sku) => total + sku[field], 0)
  return (
    <Card
      title={words.title}
      {...(medianFillMs === null ? {} : { aside: words.medianText(durationText(medianFillMs)) })}
      className="numbers"
      action={
        <Link to={`/campaigns/group-buy/groups?campaign=${campaign.id}&tab=all`} className="quiet-link">
          {words.groups}
        </Link>
      }
    >
      <dl className="figures">
        <Figure name={words.opened} value={countText(opened)} note={words.openNow(openGroups)} />
        <Figure
          name={words.filledRate}
          value={ended > 0 ? percentText(filled / ended) : '—'}
          note={words.filled(filled, expired)}
        />
        <Figure
          name={words.median}
          value={medianFillMs === null ? '—' : durationText(medianFillMs)}
          note={words.medianNote}
        />
        <Figure name={words.paid} value={<Money amount={paidFen} weight={650} />} note={words.pieces(pieces)} />
      </dl>
      <p className="numbers__part">
        {words.funnel} <span className="aside">{words.funnelAside}</span>
      </p>
      <FunnelBars steps={stepsOf(numbers)} />
      <p className="numbers__share">
        <span>{words.share}</span>
        <ShareBar taken={sum('taken')} share={sum('stockShare')} />
      </p>
    </Card>
  )
}

const Figure = ({ name, value, note }: { name: string; value: ReactNode; note: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
    <dd className="aside">{note}</dd>
  </div>
)
