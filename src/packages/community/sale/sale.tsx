import { useEffect, useState } from 'react'
import type { SaleView } from '@/contract/sale'
import { sharePath } from '@/domain/share/link'
import { chosenOf, withQuantity, type Basket } from '@/features/sale/basket'
import { copy, refused } from '@/features/sale/copy'
import { SaleScreen } from '@/features/sale/sale-screen'
import { useChain } from '@/features/sale/use-chain'
import type { SalePage } from '@/features/sale/use-sale'
import { Sharing } from '@/features/share/sharing'
import { call } from '@/platform/call'
import { go } from '@/platform/navigate'
import { asMember, member, useKnownMember } from '@/platform/session'

type Props = { readonly page: SalePage; readonly view: SaleView }

/** The sale that was found: its screen, the basket, and what hands it on. */
export const Sale = ({ page, view }: Props) => {
  const [basket, setBasket] = useState<Basket>({})
  useKnownMember()
  // what was ordered is not on the way to the till any more: back from paying, nobody orders it twice
  const ordered = view.mine.length
  useEffect(() => setBasket({}), [ordered])
  const makeShare = () => call('sale', 'share', { saleId: view.id, channel: 'chat' })
  const chain = useChain(view, async () => {
    const made = await asMember(makeShare)
    return made?.ok ? made.data.url : ''
  })
  const pay = async () => {
    const chosen = chosenOf(basket, view.lineViews)
    if (chosen.length === 0 || !(await member())) return
    go.checkoutSale({
      saleId: view.id,
      items: chosen.map(({ line, quantity }) => ({ skuId: line.skuId, quantity })),
      shareCode: view.shareCode ?? undefined,
    })
  }
  return (
    <Sharing
      of={view.id}
      onMake={makeShare}
      title={view.title}
      picture={view.cardPicture}
      isOff={view.state !== 'open'}
      path={view.shareCode ? sharePath(view.shareCode, 'sale') : `/packages/community/sale/index?id=${view.id}`}
      words={copy.card}
      refusals={refused}
    >
      {(share) => (
        <SaleScreen
          view={view}
          basket={basket}
          older={chain.older}
          news={page.news}
          isBusy={chain.isBusy}
          onChange={(line, quantity) => setBasket((now) => withQuantity(now, line, quantity))}
          onPay={() => void pay()}
          onOrder={go.order}
          onCode={go.pickup}
          onCommunity={() => view.community && go.communityPage(view.community.id)}
          onClock={() => void page.refresh()}
          onMore={chain.more}
          onCopy={() => void chain.copyChain()}
          onPicture={() => void chain.picture()}
          onShare={share}
        />
      )}
    </Sharing>
  )
}
