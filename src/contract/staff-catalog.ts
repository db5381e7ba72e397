/** Products, SKUs, pictures and the stock ledger, as the staff edit them. */
import * as z from 'zod'
import { action, cursorIn, fenIn, idOf, none, words, wordsOrNone } from './define'
import type { Picture } from './views'
import type { CategoryId, DeliveryTemplateId, ProductId, SkuId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'

const productStatuses = ['draft', 'on', 'off'] as const
export type ProductStatus = (typeof productStatuses)[number]

export type StaffProductRow = {
  id: ProductId
  title: string
  picture: Picture | null
  categoryName: string
  status: ProductStatus
  priceFromFen: Fen
  priceToFen: Fen
  available: number
  skuCount: number
  soldCount: number
  updatedAt: EpochMs
}

const colourIn = z.string().regex(/^#[0-9a-fA-F]{6}$/)
/** Read-only as in `Picture`, so that a picture the server gave can be sent back. */
const toneIn = z.tuple([colourIn, colourIn]).readonly()

export const pictureIn = z.strictObject({
  url: z
    .string()
    .max(300)
    .regex(/^(\/files\/|https:\/\/)[^\s"'<>]+$/),
  tone: toneIn,
  alt: z.string().max(60).optional(),
})

const skuIn = z.strictObject({
  id: idOf('sku').optional(),
  options: z.array(words(20)).max(3),
  code: wordsOrNone(40),
  priceFen: fenIn(1, 100_000_000),
  memberPriceFen: fenIn(1, 100_000_000).nullable(),
  marketPriceFen: fenIn(1, 100_000_000).nullable(),
  costFen: fenIn(0, 100_000_000).nullable(),
  weightG: z.int().min(0).max(1_000_000),
  isOff: z.boolean().default(false),
  /** Only for a new SKU: its first stock, written to the ledger as received. */
  initialStock: z.int().min(0).max(1_000_000).optional(),
})

const productIn = z.strictObject({
  id: idOf('prd').optional(),
  /** The version that was opened; a save over somebody else's save is refused. */
  version: z.int().min(0).default(0),
  title: words(60),
  subtitle: wordsOrNone(80),
  categoryId: idOf('cat'),
  keywords: z.array(words(20)).max(20),
  tags: z.array(words(8)).max(3),
  origin: wordsOrNone(30),
  unit: wordsOrNone(10),
  description: z.array(words(500)).max(20),
  pictures: z.array(pictureIn).max(9),
  specs: z.array(z.strictObject({ name: words(10), options: z.array(words(20)).min(1).max(20) })).max(3),
  skus: z.array(skuIn).min(1).max(100),
  status: z.enum(productStatuses),
  deliveryTemplateId: idOf('dlv').nullable(),
})

export type StaffProduct = {
  id: ProductId
  version: number
  title: string
  subtitle: string | null
  categoryId: CategoryId
  keywords: readonly string[]
  tags: readonly string[]
  origin: string | null
  unit: string | null
  description: readonly string[]
  pictures: readonly Picture[]
  specs: readonly { name: string; options: readonly string[] }[]
  skus: readonly {
    id: SkuId
    options: readonly string[]
    code: string | null
    priceFen: Fen
    memberPriceFen: Fen | null
    marketPriceFen: Fen | null
    costFen: Fen | null
    weightG: number
    isOff: boolean
    available: number
    /** Held by unpaid orders now. */
    held: number
  }[]
  status: ProductStatus
  deliveryTemplateId: DeliveryTemplateId | null
  updatedAt: EpochMs
}

export type MovementKind = 'received' | 'held' | 'released' | 'adjusted' | 'returned'
export type StockMovement = {
  id: string
  at: EpochMs
  kind: MovementKind
  /** Change of what is available. */
  quantity: number
  /** Stock right after this row. */
  balance: number
  orderNumber: string | null
  staffName: string | null
  reason: string | null
}
export type StockRow = {
  skuId: SkuId
  productId: ProductId
  title: string
  options: readonly string[]
  picture: Picture | null
  code: string | null
  available: number
  held: number
  sold7d: number
  isLow: boolean
}

export type StaffCategory = {
  id: CategoryId
  parentId: CategoryId | null
  name: string
  picture: Picture | null
  isHidden: boolean
  products: number
}

export const staffCatalog = {
  products: action<{
    rows: readonly StaffProductRow[]
    total: number
    counts: Record<ProductStatus | 'all', number>
  }>()(
    'staff:product.read',
    z.strictObject({
      status: z.enum(productStatuses).optional(),
      categoryId: idOf('cat').optional(),
      text: z.string().trim().max(40).optional(),
      lowStock: z.boolean().optional(),
      page: z.int().min(1).max(500).default(1),
      pageSize: z.int().min(5).max(50).default(20),
    }),
  ),
  product: action<StaffProduct, { code: 'product.unknown' }>()(
    'staff:product.read',
    z.strictObject({ productId: idOf('prd') }),
  ),
  /** SKUs that are left out are switched off, never deleted: their ledger stays. The picture is looked at before a product goes on. */
  saveProduct: action<
    StaffProduct,
    | { code: 'product.unknown' }
    | { code: 'product.changed-meanwhile'; version: number }
    | { code: 'product.not-ready'; missing: readonly ('picture' | 'sku')[] }
    | { code: 'sku.options-mismatch' }
    | { code: 'sku.options-repeated' }
    | { code: 'category.unknown' }
    | { code: 'template.unknown' }
    | { code: 'sku.unknown' }
  >()('staff:product.write', productIn),
  setStatus: action<{
    changed: number
    refused: readonly { productId: ProductId; code: 'product.unknown' | 'product.not-ready' }[]
  }>()(
    'staff:product.write',
    z.strictObject({ productIds: z.array(idOf('prd')).min(1).max(100), status: z.enum(productStatuses) }),
  ),
  /**
   * One picture in two sizes of the same kind, made in the browser (JPEG is drawn on share cards, WebP is not): `large` at most 750 px wide, `small` at
   * most 360. With the two colours of its placeholder. Both together fit into one call of 100 KB.
   */
  uploadPicture: action<{ picture: Picture }, { code: 'picture.invalid' }>()(
    'staff:product.write',
    z.strictObject({ large: z.base64().max(74_000), small: z.base64().max(24_000), tone: toneIn }),
  ),
  categories: action<{ categories: readonly StaffCategory[] }>()('staff:product.read', none),
  saveCategory: action<
    { categories: readonly StaffCategory[] },
    { code: 'category.unknown' } | { code: 'category.too-deep' }
  >()(
    'staff:product.write',
    z.strictObject({
      id: idOf('cat').optional(),
      parentId: idOf('cat').nullable(),
      name: words(10),
      picture: pictureIn.nullable(),
      isHidden: z.boolean().default(false),
    }),
  ),
  /** The whole order of what stands below one parent (null = the top); an order of others than stand there now is refused. */
  arrangeCategories: action<{ categories: readonly StaffCategory[] }, { code: 'category.not-these' }>()(
    'staff:product.write',
    z.strictObject({ parentId: idOf('cat').nullable(), order: z.array(idOf('cat')).min(1).max(200) }),
  ),
  stock: action<{ rows: readonly StockRow[]; total: number; lowCount: number }>()(
    'staff:stock.read',
    z.strictObject({
      text: z.string().trim().max(40).optional(),
      lowOnly: z.boolean().optional(),
      page: z.int().min(1).max(500).default(1),
      pageSize: z.int().min(5).max(50).default(20),
    }),
  ),
  movements: action<{ rows: readonly StockMovement[]; next: string | null; sum: number }, { code: 'sku.unknown' }>()(
    'staff:stock.read',
    z.strictObject({ skuId: idOf('sku'), cursor: cursorIn.optional() }),
  ),
  /** `change` is added to what is available; below zero is refused. Once per `requestId`: sent again it answers with today's stock. */
  adjustStock: action<
    { available: number },
    { code: 'sku.unknown' } | { code: 'stock.below-zero'; available: number }
  >()(
    'staff:stock.adjust',
    z.strictObject({
      skuId: idOf('sku'),
      requestId: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/),
      kind: z.enum(['received', 'adjusted', 'returned']),
      change: z
        .int()
        .min(-1_000_000)
        .max(1_000_000)
        .refine((n) => n !== 0),
      reason: words(80),
    }),
  ),
}
