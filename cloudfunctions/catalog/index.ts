/** The catalogue: categories, lists, search and the product page. */
import { catalog } from '@/contract/catalog'
import { serve } from '../runtime/serve'
import { listCategories } from './list-categories'
import { listFavorites } from './list-favorites'
import { listProducts } from './list-products'
import { openProduct } from './open-product'
import { searchProducts } from './search-products'
import { setFavorite } from './set-favorite'
import { suggest } from './suggest-words'

export const main = serve(catalog, {
  categories: listCategories,
  list: listProducts,
  product: openProduct,
  search: searchProducts,
  suggest,
  favorite: setFavorite,
  favorites: listFavorites,
})
