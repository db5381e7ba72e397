/** The rail from top to bottom: where each screen lives, who may see it. */
import type { Permission } from '@/domain/staff/roles'
import type { IconName } from '../parts/icon'
import { copy } from './copy'

export type RailCount = 'toShip' | 'deadLetters' | 'applications' | 'payoutsToCheck'

type Screen = { path: string; name: string; icon: IconName; needs: Permission; count?: RailCount }

export const railGroups: readonly { name: string; screens: readonly Screen[] }[] = [
  {
    name: copy.groups.trade,
    screens: [
      { path: '/', name: copy.screens.today, icon: 'home', needs: 'order.read' },
      { path: '/orders', name: copy.screens.orders, icon: 'orders', needs: 'order.read', count: 'toShip' },
      { path: '/sales', name: copy.screens.sales, icon: 'chain', needs: 'community.read' },
      { path: '/scan', name: copy.screens.scan, icon: 'check', needs: 'pickup.verify' },
    ],
  },
  {
    name: copy.groups.goods,
    screens: [
      { path: '/products', name: copy.screens.products, icon: 'bag', needs: 'product.read' },
      { path: '/stock', name: copy.screens.stock, icon: 'box', needs: 'stock.read' },
    ],
  },
  {
    name: copy.groups.growth,
    screens: [
      { path: '/campaigns', name: copy.screens.campaigns, icon: 'gift', needs: 'campaign.read' },
      {
        path: '/community',
        name: copy.screens.community,
        icon: 'tree',
        needs: 'community.read',
        count: 'applications',
      },
    ],
  },
  {
    name: copy.groups.money,
    screens: [
      {
        path: '/commission',
        name: copy.screens.commission,
        icon: 'coins',
        needs: 'commission.read',
        count: 'payoutsToCheck',
      },
    ],
  },
  {
    name: copy.groups.store,
    screens: [
      { path: '/home', name: copy.screens.home, icon: 'layout', needs: 'store.read' },
      { path: '/delivery', name: copy.screens.delivery, icon: 'truck', needs: 'store.read' },
      { path: '/pickup', name: copy.screens.pickup, icon: 'pin', needs: 'store.read' },
      { path: '/settings', name: copy.screens.settings, icon: 'settings', needs: 'store.read' },
    ],
  },
  {
    name: copy.groups.control,
    screens: [
      { path: '/staff', name: copy.screens.staff, icon: 'people', needs: 'staff.read' },
      { path: '/audit', name: copy.screens.audit, icon: 'audit', needs: 'audit.read' },
      { path: '/outbox', name: copy.screens.outbox, icon: 'outbox', needs: 'order.read', count: 'deadLetters' },
    ],
  },
]
