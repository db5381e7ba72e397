/** Leaders and communities as the staff look after them. Sales are in `staff-sale`, money in `staff-commission`. */
import { staffCommunity } from '@/contract/staff-community'
import { serve } from '../runtime/serve'
import { communities, moveByStaff, offerByStaff, openCommunity, unbindByStaff, withdrawByStaff } from './communities'
import { decideLeader, leaders, openLeader } from './leaders'

export const main = serve(staffCommunity, {
  leaders,
  leader: openLeader,
  decideLeader,
  communities,
  community: openCommunity,
  moveCommunity: moveByStaff,
  unbindGroup: unbindByStaff,
  offer: offerByStaff,
  withdrawOffer: withdrawByStaff,
})
