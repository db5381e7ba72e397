import { useState } from 'react'
import { View } from '@tarojs/components'
import type { AssistLandingView } from '@/contract/assist'
import { Avatar, AvatarStack } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Dock } from '@/ui/dock'
import { Icon } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { usePhone } from '@/ui/phone'
import { Sheet } from '@/ui/sheet'
import { tap } from '@/ui/tap'
import { Ticket } from '@/ui/ticket'
import { copy, whyText } from './copy'
import { Rules } from './rules-card'
import { giftText, heldNote, rewardNote } from './words'
import './assist.scss'

const words = copy.landing

export type LandingWays = {
  readonly onHelp: () => void
  readonly onUse: () => void
  readonly onOwn: () => void
  readonly onCentre: () => void
  readonly onStart: () => void
  readonly onHome: () => void
}
type Props = LandingWays & { readonly view: AssistLandingView; readonly isHelping: boolean }

/** Who asks, what a tap does and what it doesn't, what one gets for it: all before the tap. */
export const LandingScreen = ({ view, isHelping, ...ways }: Props) => {
  const [isReading, setIsReading] = useState(false)
  const { you, why, campaign } = view
  const hasHelped = you?.hasHelped ?? false
  const canHelp = why === null
  return (
    <>
      <Asks view={view} />
      {canHelp && <WhatHappens view={view} />}
      {canHelp && campaign.helperReward && <YouGet reward={campaign.helperReward} />}
      {hasHelped && you?.coupon && <Yours coupon={you.coupon} onUse={ways.onUse} />}
      {!canHelp && why !== 'assist.own-card' && (
        <Card look="flat">
          <ListRow icon="coupon" title={words.centre} note={words.blockedNote} onTap={ways.onCentre} />
          {campaign.closed === null && <ListRow icon="people" title={words.start} onTap={ways.onStart} />}
        </Card>
      )}
      <View className="n1 assist-foot">
        {canHelp && you && `${words.helpsLeft(you.helpsLeft)} · `}
        <View className="assist-rules-way" {...tap(() => setIsReading(true))}>
          {words.fullRules}
        </View>
      </View>
      <LandingDock view={view} isHelping={isHelping} {...ways} />
      <Sheet isOpen={isReading} onClose={() => setIsReading(false)} title={copy.rules}>
        <Rules rules={campaign.rules} />
      </Sheet>
    </>
  )
}

const Asks = ({ view: { owner, card, campaign, you, why } }: Pick<Props, 'view'>) => {
  const helped = card.helpers.length
  const title =
    you?.hasHelped === true ? words.thanks(owner.name) : why === null ? words.asks(owner.name) : whyText[why]
  const note = you?.hasHelped
    ? words.thanksNote(card.missing)
    : card.state === 'collecting'
      ? words.wants(giftText(campaign.reward), card.missing)
      : giftText(campaign.reward)
  return (
    <View className="assist-asks center">
      <Avatar url={owner.avatar} name={owner.name} size={76} isRinged />
      <View className="assist-title mt3">{title}</View>
      <View className="n2 mt1">{note}</View>
      <View className="row assist-bar-row mt3" aria-label={copy.ring.label(helped, campaign.helpers)}>
        {helped > 0 && (
          <AvatarStack people={card.helpers.map(({ avatar, name }) => ({ url: avatar, name }))} size={30} />
        )}
        <View className="assist-bar">
          <View className="assist-bar-on" style={`width:${Math.round((helped / campaign.helpers) * 100)}%`} />
        </View>
        <View className="n2">{`${helped} / ${campaign.helpers}`}</View>
      </View>
    </View>
  )
}

const WhatHappens = ({ view: { owner, you } }: Pick<Props, 'view'>) => (
  <Card look="up">
    <CardHead title={words.whatHappens} />
    <View className="assist-what">
      <View className="assist-does">
        <Icon name="check" size={20} />
        <View className="assist-line">
          {words.counts.before(owner.name)}
          <View className="b">{words.counts.once}</View>
          {words.counts.after}
        </View>
      </View>
      <View className="assist-does">
        <Icon name="check" size={20} />
        <View>{you ? words.shownAs(you.shownAs) : words.shownAsUnknown}</View>
      </View>
      {[words.nothingSent, words.nothingAsked].map((line) => (
        <View className="assist-doesnt" key={line}>
          <Icon name="close" size={20} />
          <View>{line}</View>
        </View>
      ))}
    </View>
  </Card>
)

type Reward = NonNullable<AssistLandingView['campaign']['helperReward']>

const YouGet = ({ reward }: { readonly reward: Reward }) => (
  <Card look="up">
    <CardHead title={words.youGet} note={words.atOnce} />
    <View className="mt3">
      <Ticket face={reward} note={rewardNote(reward, usePhone().now())} look="leaf">
        <View className="n1">{words.eachOnce}</View>
      </Ticket>
    </View>
  </Card>
)

type Coupon = NonNullable<NonNullable<AssistLandingView['you']>['coupon']>

const Yours = ({ coupon, onUse }: { readonly coupon: Coupon; readonly onUse: () => void }) => {
  const now = usePhone().now()
  const isUsable = coupon.state === 'claimed' && now < coupon.expiresAt
  return (
    <Card look="up">
      <CardHead title={words.yours} note={words.inWallet} />
      <View className="mt3">
        <Ticket
          face={coupon}
          note={heldNote(coupon, now)}
          look={isUsable ? 'leaf' : 'off'}
          act={
            isUsable && (
              <Button isSmall kind="leaf" onTap={onUse}>
                {copy.done.use}
              </Button>
            )
          }
        />
      </View>
    </Card>
  )
}

const LandingDock = ({ view: { why, owner }, isHelping, ...ways }: Props) => {
  if (why === null)
    return (
      <Dock>
        <Button kind="line" onTap={ways.onHome}>
          {words.look}
        </Button>
        <Button width="grow" isBusy={isHelping} onTap={ways.onHelp}>
          {words.help(owner.name)}
        </Button>
      </Dock>
    )
  return (
    <Dock>
      {why === 'assist.own-card' && (
        <Button kind="line" width="grow" onTap={ways.onOwn}>
          {words.own}
        </Button>
      )}
      <Button width="grow" onTap={ways.onHome}>
        {copy.dock.home}
      </Button>
    </Dock>
  )
}
