/** The cart, kept on the server so that it is the same on every phone. */
import { cart } from '@/contract/cart'
import { serve } from '../runtime/serve'
import { addToCart } from './add-to-cart'
import { mergeCart } from './merge-cart'
import { openCart, removeFromCart, selectInCart } from './open-cart'
import { setQuantity } from './set-quantity'

export const main = serve(cart, {
  view: openCart,
  add: addToCart,
  set: setQuantity,
  select: selectInCart,
  remove: removeFromCart,
  merge: mergeCart,
})
