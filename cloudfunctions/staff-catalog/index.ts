/** What the shop sells, as the staff edit it: products and their SKUs, pictures, categories, the shelf and its ledger. */
import { staffCatalog } from '@/contract/staff-catalog'
import { serve } from '../runtime/serve'
import { adjustStock } from './adjust-stock'
import { arrangeCategories } from './arrange-categories'
import { categories } from './list-categories'
import { movements } from './list-movements'
import { products } from './list-products'
import { stock } from './list-stock'
import { openProduct } from './open-product'
import { saveCategory } from './save-category'
import { saveProduct } from './save-product'
import { setStatus } from './set-status'
import { uploadPicture } from './upload-picture'

export const main = serve(staffCatalog, {
  products,
  product: openProduct,
  saveProduct,
  setStatus,
  uploadPicture,
  categories,
  saveCategory,
  arrangeCategories,
  stock,
  movements,
  adjustStock,
})
