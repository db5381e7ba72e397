import { memo } from 'react'
import { View } from '@tarojs/components'
import type { CouponView } from '@/contract/coupon'
import { go } from '@/platform/navigate'
import { useAtBottom } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { endsSoon, scopeText } from '@/ui/coupon-words'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { usePhone } from '@/ui/phone'
import { Segment } from '@/ui/segment'
import { SkeletonLines } from '@/ui/skeleton'
import { Ticket } from '@/ui/ticket'
import { copy, refused, stateText, tabText, type CouponTab } from './copy'
import { useToGoods } from './to-goods'
import type { Mine } from './use-mine'
import { couponUntil, isReady } from './words'
import './coupon.scss'

const words = copy.mine
const tabs = Object.keys(tabText) as CouponTab[]

/** The wallet: what can be used, soonest to end first; what was used; what is over, and why. */
export const MineScreen = ({ mine }: { readonly mine: Mine }) => {
  const { view, trouble, isAsking, ask, tab, setTab, list } = mine
  useAtBottom(() => void list.more())
  return (
    <>
      <Segment
        isEven
        tabs={tabs.map((key) => ({ key, text: tabText[key], count: view?.counts[key] ?? 0 }))}
        on={tab}
        onChange={setTab}
      />
      {view ? (
        <Coupons coupons={list.items} isEnd={list.isEnd} tab={tab} />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonLines />
      )}
    </>
  )
}

type CouponsProps = { readonly coupons: readonly CouponView[]; readonly isEnd: boolean; readonly tab: CouponTab }

const Coupons = ({ coupons, isEnd, tab }: CouponsProps) => {
  const { toGoods, sheet } = useToGoods()
  if (coupons.length === 0) {
    const { title, note } = words.empty[tab]
    return <EmptyState title={title} note={note} action={words.centre} onTap={go.coupons} />
  }
  return (
    <>
      <View className="coupon-list">
        {coupons.map((coupon) => (
          <Coupon key={coupon.id} coupon={coupon} onUse={toGoods} />
        ))}
      </View>
      {isEnd && <View className="n1 center mt4">{words.end}</View>}
      {tab === 'usable' && (
        <View className="coupon-more">
          <Button kind="soft" isSmall onTap={go.coupons}>
            {words.centre}
          </Button>
        </View>
      )}
      {sheet}
    </>
  )
}

type CouponProps = { readonly coupon: CouponView; readonly onUse: (coupon: CouponView) => void }

const Coupon = memo(({ coupon, onUse }: CouponProps) => {
  const now = usePhone().now()
  const { state, orderId, voidReason, expiresAt } = coupon
  const ready = isReady(coupon, now)
  const isHeld = state === 'locked'
  return (
    <Ticket
      face={coupon}
      note={scopeText(coupon.scopeNames)}
      until={couponUntil(coupon, now)}
      isSoon={ready && endsSoon(expiresAt, now)}
      look={isHeld || (state === 'claimed' && now < expiresAt) ? 'warm' : 'off'}
      act={
        ready ? (
          <Button isSmall kind={endsSoon(expiresAt, now) ? 'fill' : 'line'} onTap={() => onUse(coupon)}>
            {words.use}
          </Button>
        ) : orderId && (isHeld || state === 'used') ? (
          <Button isSmall kind="line" onTap={() => go.order(orderId)}>
            {words.order}
          </Button>
        ) : undefined
      }
    >
      {(state !== 'claimed' || expiresAt <= now) && (
        <View className="chips mt2">
          <Chip isSmall {...(isHeld ? { tone: 'honey' as const } : {})}>
            {stateText[state === 'claimed' ? 'expired' : state]}
          </Chip>
        </View>
      )}
      {isHeld && <View className="n1 mt1">{words.locked}</View>}
      {state === 'voided' && voidReason && <View className="n1 mt1">{words.voided(voidReason)}</View>}
    </Ticket>
  )
})
