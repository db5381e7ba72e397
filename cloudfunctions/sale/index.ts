/** Group sales as neighbours see them: the page and its pulse, the chain, handing it on, the pick-up code. Placing goes through `order`. */
import { sale } from '@/contract/sale'
import { serve } from '../runtime/serve'
import { listChain, listChainForChat } from './list-chain'
import { openDraft } from './open-draft'
import { openSale, watchSale } from './open-sale'
import { shareSale } from './share-sale'
import { showPickupKey } from './show-pickup-key'

export const main = serve(sale, {
  open: openSale,
  watch: watchSale,
  chain: listChain,
  chainForChat: listChainForChat,
  share: shareSale,
  drafted: openDraft,
  pickupKey: showPickupKey,
})
