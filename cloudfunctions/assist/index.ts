/** Assist coupons: friends' own taps unlock one fixed coupon. Starting, looking, handing on, and the tap itself. */
import { assist } from '@/contract/assist'
import { serve } from '../runtime/serve'
import { helpFriend } from './help-friend'
import { listCampaigns } from './list-campaigns'
import { openFriends, openMine, watchMine } from './open-card'
import { shareCard } from './share-card'
import { startCard } from './start-card'

export const main = serve(
  assist,
  {
    campaigns: listCampaigns,
    start: startCard,
    mine: openMine,
    watch: watchMine,
    share: shareCard,
    open: openFriends,
    help: helpFriend,
  },
  { looksThemselves: ['help'] },
)
