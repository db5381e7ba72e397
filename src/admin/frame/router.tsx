/** Addresses under `/admin/`; every screen is a chunk of its own that arrives when it is first opened. */
import type { ComponentType } from 'react'
import { Navigate, createBrowserRouter } from 'react-router-dom'
import { Frame } from './frame'
import { Broken, NoScreen } from './no-screen'
import { Gate } from './gate'

/** A screen module exports its component as `Screen`. */
const screen = (load: () => Promise<{ Screen: ComponentType }>) => async () => ({ Component: (await load()).Screen })

export const router = createBrowserRouter(
  [
    {
      path: 'sign-in',
      hydrateFallbackElement: <></>,
      lazy: screen(() => import('../sign-in/screen')),
      errorElement: <Broken />,
    },
    {
      element: <Gate />,
      errorElement: <Broken />,
      hydrateFallbackElement: <></>,
      children: [
        // a phone's page: without the rail
        { path: 'scan', errorElement: <Broken />, lazy: screen(() => import('../scan/screen')) },
        {
          element: <Frame />,
          children: [
            {
              errorElement: <Broken />,
              children: [
                { index: true, lazy: screen(() => import('../today/screen')) },
                { path: 'orders', lazy: screen(() => import('../orders/screen')) },
                { path: 'products', lazy: screen(() => import('../products/list-screen')) },
                { path: 'products/:productId', lazy: screen(() => import('../products/editor-screen')) },
                { path: 'stock', lazy: screen(() => import('../stock/screen')) },
                { path: 'campaigns', element: <Navigate to="/campaigns/group-buy" replace /> },
                { path: 'campaigns/group-buy', lazy: screen(() => import('../group-buy/campaigns-screen')) },
                { path: 'campaigns/group-buy/groups', lazy: screen(() => import('../group-buy/groups-screen')) },
                { path: 'campaigns/group-buy/refunds', lazy: screen(() => import('../group-buy/refunds-screen')) },
                { path: 'campaigns/group-buy/:campaignId', lazy: screen(() => import('../group-buy/campaign-screen')) },
                { path: 'campaigns/coupons', lazy: screen(() => import('../promotion/coupons-screen')) },
                { path: 'campaigns/coupons/:templateId', lazy: screen(() => import('../promotion/coupon-screen')) },
                { path: 'campaigns/promotions', lazy: screen(() => import('../promotion/promotions-screen')) },
                {
                  path: 'campaigns/promotions/:promotionId',
                  lazy: screen(() => import('../promotion/promotion-screen')),
                },
                { path: 'campaigns/flash', lazy: screen(() => import('../promotion/flash-screen')) },
                { path: 'campaigns/assist', lazy: screen(() => import('../promotion/assists-screen')) },
                { path: 'campaigns/assist/:campaignId', lazy: screen(() => import('../promotion/assist-screen')) },
                { path: 'sales', lazy: screen(() => import('../sales/sales-screen')) },
                { path: 'sales/day', lazy: screen(() => import('../sales/day-screen')) },
                { path: 'sales/new', lazy: screen(() => import('../sales/editor-screen')) },
                { path: 'sales/:saleId', lazy: screen(() => import('../sales/sale-screen')) },
                { path: 'sales/:saleId/edit', lazy: screen(() => import('../sales/editor-screen')) },
                { path: 'community', element: <Navigate to="/community/leaders" replace /> },
                { path: 'community/leaders', lazy: screen(() => import('../community/leaders-screen')) },
                { path: 'community/communities', lazy: screen(() => import('../community/communities-screen')) },
                { path: 'commission', lazy: screen(() => import('../commission/leaders-screen')) },
                { path: 'commission/leaders/:memberId', lazy: screen(() => import('../commission/statement-screen')) },
                { path: 'commission/payouts', lazy: screen(() => import('../commission/payouts-screen')) },
                { path: 'commission/rates', lazy: screen(() => import('../commission/rates-screen')) },
                { path: 'commission/books', lazy: screen(() => import('../commission/books-screen')) },
                { path: 'home', lazy: screen(() => import('../home/screen')) },
                { path: 'delivery', lazy: screen(() => import('../delivery/screen')) },
                { path: 'pickup', lazy: screen(() => import('../pickup/screen')) },
                { path: 'settings', lazy: screen(() => import('../settings/screen')) },
                { path: 'staff', lazy: screen(() => import('../staff/screen')) },
                { path: 'audit', lazy: screen(() => import('../audit/screen')) },
                { path: 'outbox', lazy: screen(() => import('../outbox/screen')) },
                { path: '*', element: <NoScreen /> },
              ],
            },
          ],
        },
      ],
    },
  ],
  { basename: '/admin' },
)
