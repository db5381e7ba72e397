/** Categories, product lists, search and the product page in one call. */
import * as z from 'zod'
import { action, cursorIn, idOf, none, words } from './define'
import type { CategoryView, DeliveryPromise, Page, Picture, PickupPointView, ProductCard, SkuView, Spec } from './views'
import type { CategoryId, ProductId } from '@/domain/ids'
import type { OfferHint } from './coupon'
import type { ProductFlashView } from './flash'
import type { ProductGroupView } from './group-buy'

export type ProductView = {
  id: ProductId
  title: string
  subtitle: string | null
  categoryId: CategoryId
  pictures: readonly Picture[]
  tags: readonly string[]
  origin: string | null
  unit: string | null
  specs: readonly Spec[]
  skus: readonly SkuView[]
  soldCount: number
  /** Paragraphs of plain text. */
  description: readonly string[]
  /** Off or a draft: shown to whoever has the link, without a buy button. */
  isOnSale: boolean
  promises: readonly DeliveryPromise[]
  pickupPoint: PickupPointView | null
  related: readonly ProductCard[]
  /** Made ahead: the picture of the chat card for the product's present state. */
  cardPicture: string | null
  cartCount: number
  isFavorite: boolean
  /** Null where no campaign runs for it. */
  group: ProductGroupView | null
  /** The flash sale that runs for it, else the next one of today; null where there is none. */
  flash: ProductFlashView | null
  /** The one unclaimed coupon of the claim centre that fits it best. */
  offer: OfferHint | null
}

export type SearchView = Page<ProductCard> & {
  /** Set when nothing matched as typed and a mended text did: "草每" → "草莓". */
  mended: string | null
  /** Offered when nothing matched at all. */
  rescue: readonly ProductCard[]
}

export const catalog = {
  categories: action<{ categories: readonly CategoryView[] }>()('anyone', none),
  /** Products of a category or sub-category, best-selling first, by cursor. */
  list: action<Page<ProductCard>, { code: 'category.unknown' }>()(
    'anyone',
    z.strictObject({
      categoryId: idOf('cat'),
      cursor: cursorIn.optional(),
      sort: z.enum(['popular', 'price-up', 'price-down', 'new']).default('popular'),
    }),
  ),
  product: action<ProductView, { code: 'product.unknown' }>()('anyone', z.strictObject({ productId: idOf('prd') })),
  search: action<SearchView>()('anyone', z.strictObject({ text: words(40), cursor: cursorIn.optional() })),
  /** Up to 8 completions while typing; pinyin and initials count ("cm" → 草莓). Empty text: what people look for. */
  suggest: action<{ suggestions: readonly string[] }>()('anyone', z.strictObject({ text: z.string().trim().max(40) })),
  favorite: action<{ isFavorite: boolean }, { code: 'product.unknown' }>()(
    'member',
    z.strictObject({ productId: idOf('prd'), isFavorite: z.boolean() }),
  ),
  favorites: action<Page<ProductCard>>()('member', z.strictObject({ cursor: cursorIn.optional() })),
}
