import type { GroupView } from '@/contract/group-buy'
import { yuanText } from '@/domain/money'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { copy } from './copy'
import type { GroupPrices } from './prices'
import type { Stance } from './stance'

export type DockWays = {
  readonly onAlone: () => void
  readonly onJoin: () => void
  readonly onOpenOwn: () => void
  readonly onPay: () => void
  readonly onOrder: () => void
  readonly onInvite: () => void
  readonly onHome: () => void
}
type Props = DockWays & {
  readonly view: GroupView
  readonly stance: Stance
  readonly prices: GroupPrices | null
  readonly isPaying: boolean
  readonly isConfirming: boolean
}

const words = copy.dock

/** The next step, and beside it the other honest way: alone, at its own price. Nothing stands there while one chooses. */
export const GroupDock = ({ view, stance, prices, isPaying, isConfirming, ...ways }: Props) => {
  const has = (act: GroupView['acts'][number]) => view.acts.includes(act)
  const dueFen = view.mine?.dueFen
  const order = has('see-order') && (
    <Button kind="line" width="grow" onTap={ways.onOrder}>
      {words.order}
    </Button>
  )
  const home = (
    <Button kind="line" width="grow" onTap={ways.onHome}>
      {words.home}
    </Button>
  )
  const homeOn = (
    <Button width="grow" onTap={ways.onHome}>
      {words.home}
    </Button>
  )
  const alone = prices && view.product.isOnSale && (
    <Button kind="line" className="group-alone" onTap={ways.onAlone}>
      {words.alone(yuanText(prices.yourAloneFen))}
    </Button>
  )
  switch (stance) {
    case 'join':
      return (
        <Dock>
          {alone}
          <Button width="grow" onTap={ways.onJoin}>
            {prices && (prices.isFrom ? words.joinFrom : words.join)(yuanText(prices.groupFen))}
          </Button>
        </Dock>
      )
    case 'busy':
    case 'full':
    case 'over':
      return (
        <Dock>
          {alone}
          {has('open-own') && prices ? (
            <Button width="grow" onTap={ways.onOpenOwn}>
              {words.openOwn(yuanText(prices.groupFen))}
            </Button>
          ) : (
            home
          )}
        </Dock>
      )
    case 'pay':
      return (
        <Dock>
          {order}
          {has('pay') && !isConfirming && dueFen && (
            <Button width="grow" isBusy={isPaying} onTap={ways.onPay}>
              {words.pay(yuanText(dueFen))}
            </Button>
          )}
        </Dock>
      )
    case 'member':
      return (
        <Dock>
          {order}
          {has('invite') && (
            <Button width="grow" icon="share" onTap={ways.onInvite}>
              {words.invite}
            </Button>
          )}
        </Dock>
      )
    case 'done':
      return (
        <Dock>
          {home}
          <Button width="grow" onTap={ways.onOrder}>
            {words.order}
          </Button>
        </Dock>
      )
    case 'refund':
      return (
        <Dock>
          {order}
          {has('open-own') && prices ? (
            <Button width="grow" onTap={ways.onOpenOwn}>
              {words.openOwn(yuanText(prices.groupFen))}
            </Button>
          ) : (
            homeOn
          )}
        </Dock>
      )
    case 'choose':
      return null
    default:
      return stance satisfies never
  }
}
