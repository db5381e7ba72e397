/** Group buys as the staff run them: campaigns and their prices, the groups they brought, and the refunds of those that did not fill. */
import { staffGroupBuy } from '@/contract/staff-group-buy'
import { serve } from '../runtime/serve'
import { campaigns } from './list-campaigns'
import { groups } from './list-groups'
import { exportRefunds, refunds } from './list-refunds'
import { moveCampaign } from './move-campaign'
import { openCampaign } from './open-campaign'
import { openGroup } from './open-group'
import { retryRefund } from './retry-refund'
import { saveCampaign } from './save-campaign'
import { skusOf } from './skus-of'

export const main = serve(staffGroupBuy, {
  campaigns,
  campaign: openCampaign,
  skusOf,
  saveCampaign,
  moveCampaign,
  groups,
  group: openGroup,
  refunds,
  exportRefunds,
  retryRefund,
})
