import { View } from '@tarojs/components'
import type { SaleLineView, SaleView } from '@/contract/sale'
import { yuanText } from '@/domain/money'
import { Avatar } from '@/ui/avatar'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { CountDown } from '@/ui/count-down'
import { momentText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { tiersOf } from './tiers'

type Props = { readonly view: SaleView; readonly onCommunity: () => void; readonly onClock: () => void }

/** Whose sale it is, until when, and how near the next lower price is. */
export const SaleHead = ({ view, onCommunity, onClock }: Props) => {
  const now = usePhone().now()
  const { state, title, startsAt, endsAt, lineViews, note } = view
  const isSoon = state === 'open' && now < startsAt
  const isOpen = state === 'open' && !isSoon && now < endsAt
  const tiered = lineViews.find((line) => line.tiers.length > 1)
  return (
    <>
      <Owner view={view} onTap={onCommunity} />
      <Card look="up">
        <View className="row sp">
          <View className="row grow">
            <Chip tone={isOpen ? 'leaf' : 'plain'} {...(isOpen ? { icon: 'leaf' as const } : {})}>
              {isSoon ? copy.soon : state === 'open' && !isOpen ? copy.state.closed : copy.state[state]}
            </Chip>
            <View className="h cut">{title}</View>
          </View>
          {(isOpen || isSoon) && <CountDown until={isSoon ? startsAt : endsAt} onEnd={onClock} />}
        </View>
        <View className="n2 mt1">
          {[
            isSoon
              ? copy.starts(momentText(startsAt, now))
              : isOpen
                ? copy.until(momentText(endsAt, now))
                : copy.ended(momentText(endsAt, now)),
            tiered && (isOpen || isSoon) && copy.tierPromise,
          ]
            .filter(Boolean)
            .join(' · ')}
        </View>
        {tiered && <Tiers line={tiered} isOver={!isOpen && !isSoon} />}
        {note && <View className="n2 mt2 sale-note">{note}</View>}
      </Card>
    </>
  )
}

const Owner = ({ view, onTap }: { readonly view: SaleView; readonly onTap: () => void }) => {
  const { community, leader, sharer, membership } = view
  const name = community?.name ?? copy.store
  const isIn = membership === 'joined' || membership === 'muted'
  return (
    <View className="row sale-owner" {...(community ? tap(onTap, name, { role: 'link' }) : {})}>
      <Avatar name={leader?.name || name} url={leader?.avatar ?? null} size={56} isRinged />
      <View className="grow">
        <View className="sale-owner-name">{name}</View>
        <View className="n2">
          {sharer ? copy.invitedBy(sharer.name) : [leader?.name, copy.members(isIn)].filter(Boolean).join(' · ')}
        </View>
      </View>
    </View>
  )
}

const Tiers = ({ line, isOver }: { readonly line: SaleLineView; readonly isOver: boolean }) => {
  const { steps, filled, next } = tiersOf(line)
  return (
    <>
      <View className="tiers">
        <View className="tiers-bar">
          <View className="tiers-fill" style={`width:${filled}%`} />
        </View>
        {steps.map(({ fromUnits, priceFen, at, isReached, isNext }) => (
          <View
            key={fromUnits}
            className={`tier${isReached ? ' tier-on' : ''}${isNext ? ' tier-next' : ''}${at === 0 ? ' tier-first' : at === 100 ? ' tier-last' : ''}`}
            style={`left:${at}%`}
          >
            <View className="tier-units">{copy.tier.units(fromUnits)}</View>
            <View className="tier-dot" />
            <View className="tier-price">{`¥${yuanText(priceFen)}`}</View>
          </View>
        ))}
      </View>
      <View className="tiers-said">{saidOf(line, isOver ? null : next, isOver)}</View>
    </>
  )
}

/** What is missing to the next step; once the sale is over, or there is none, where it came to. */
const saidOf = (line: SaleLineView, next: ReturnType<typeof tiersOf>['next'], isOver: boolean) => {
  const { label, sold, priceFen } = line
  if (!next) return isOver ? copy.tier.over(label, sold, yuanText(priceFen)) : copy.tier.last(label, yuanText(priceFen))
  return copy.tier.next(label, sold, next.missing, yuanText(next.priceFen)).map((words, place) => (
    <View key={place} className={place % 2 ? 'tiers-word b' : 'tiers-word'}>
      {words}
    </View>
  ))
}
