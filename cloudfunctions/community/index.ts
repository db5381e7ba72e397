/** Communities: the tab, a community's page, joining and leaving, and what its leader does with it. Sales are in `sale`. */
import { community } from '@/contract/community'
import { serve } from '../runtime/serve'
import { apply } from './apply-as-leader'
import { bind, unbind } from './bind-group'
import { found, save } from './found-community'
import { answerOffer, offer, withdrawOffer } from './hand-over'
import { listMembers } from './list-members'
import { move } from './move-community'
import { moveMember } from './move-membership'
import { openCommunity } from './open-community'
import { openHome } from './open-home'
import { shareCommunity } from './share-community'

export const main = serve(community, {
  home: openHome,
  open: openCommunity,
  members: listMembers,
  moveMembership: moveMember,
  share: shareCommunity,
  apply,
  found,
  save,
  move,
  bindGroup: bind,
  unbindGroup: unbind,
  offer,
  withdrawOffer,
  answerOffer,
})
