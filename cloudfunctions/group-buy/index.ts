/** Group buys: the page and its pulse, handing it on, leaving, and where to after a lost seat. Placing goes through `order`. */
import { groupBuy } from '@/contract/group-buy'
import { serve } from '../runtime/serve'
import { chooseForLostSeat } from './choose-for-lost-seat'
import { leaveGroup } from './leave-group'
import { listJoinable } from './list-joinable'
import { listMine } from './list-mine'
import { openGroup, watchGroup } from './open-group'
import { shareGroup } from './share-group'

export const main = serve(groupBuy, {
  open: openGroup,
  watch: watchGroup,
  share: shareGroup,
  leave: leaveGroup,
  choose: chooseForLostSeat,
  joinable: listJoinable,
  mine: listMine,
})
