import type { ReactNode } from 'react'
import type { OrderSaleView, OrderView } from '@/contract/order'
import { saleCopy, saleRefused } from '@/features/order/sale-copy'
import { SalePaid } from '@/features/order/sale-paid'
import { Sharing } from '@/features/share/sharing'
import { call } from '@/platform/call'
import { go } from '@/platform/navigate'

type Props = {
  readonly order: OrderView
  readonly sale: OrderSaleView & { readonly number: number }
  readonly children?: ReactNode
}

/** The receipt of a group sale, with the sale's own card to hand on. */
export const PaidInSale = ({ order, sale, children }: Props) => (
  <Sharing
    of={sale.id}
    onMake={() => call('sale', 'share', { saleId: sale.id, channel: 'chat' })}
    title={sale.title}
    picture={null}
    isOff={sale.state !== 'open'}
    path={`/packages/community/sale/index?id=${sale.id}`}
    words={saleCopy.paid.card}
    refusals={saleRefused}
  >
    {(share) => (
      <SalePaid
        order={order}
        sale={sale}
        onShare={sale.state === 'open' ? share : null}
        onBack={() => go.backToSale(sale.id)}
        onSee={() => go.orderInstead(order.id)}
      >
        {children}
      </SalePaid>
    )}
  </Sharing>
)
