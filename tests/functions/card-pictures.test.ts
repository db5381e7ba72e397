/** The demo shop's goods and their still lifes. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { categories } from '../../cloudfunctions/runtime/db/seed/catalogue/categories'
import { homeBlocks } from '../../cloudfunctions/runtime/db/seed/catalogue/home-blocks'
import { leaders, members, staff } from '../../cloudfunctions/runtime/db/seed/catalogue/people'
import { products } from '../../cloudfunctions/runtime/db/seed/catalogue/products'
import { pickupPoints } from '../../cloudfunctions/runtime/db/seed/catalogue/store'
import { catalogueJobs } from '../../cloudfunctions/runtime/db/seed/pictures/catalogue-jobs'
import { drawCatalogue } from '../../cloudfunctions/runtime/db/seed/pictures/draw-catalogue'
import { drawPicture } from '../../cloudfunctions/runtime/db/seed/pictures/draw-picture'
import { cardSceneFile, pictureFile } from '../../cloudfunctions/runtime/db/seed/pictures/file-names'

const repeated = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at)

describe('the catalogue', () => {
  test('fills eight aisles, no shelf empty', () => {
    expect(categories).toHaveLength(8)
    expect(products.length).toBeGreaterThanOrEqual(64)
    for (const { children } of categories)
      for (const { slug } of children)
        expect(products.filter(({ subCategory }) => subCategory === slug).length).toBeGreaterThan(1)
  })

  test('names nothing twice', () => {
    expect(repeated(products.map(({ slug }) => slug))).toEqual([])
    expect(repeated(products.map(({ title }) => title))).toEqual([])
    expect(repeated(products.flatMap(({ skus }) => skus.map(({ barcode }) => barcode)))).toEqual([])
    expect(repeated(products.flatMap(({ skus }) => skus.map(({ code }) => code)))).toEqual([])
    expect(repeated([...members, ...leaders, ...staff].map(({ name }) => name))).toEqual([])
  })

  test.each(products.map((product) => [product.title, product] as const))('%s has every choice once', (_, product) => {
    const combinations = product.dimensions.reduce<string[][]>(
      (all, { options }) => all.flatMap((chosen) => options.map((option) => [...chosen, option])),
      [[]],
    )
    expect(product.skus.map(({ values }) => values)).toEqual(combinations)
    expect(product.tags.length).toBeLessThanOrEqual(3)
  })

  test('earns on every sale, is dearer elsewhere and cheaper for members', () => {
    for (const { skus } of products)
      for (const { priceFen, memberPriceFen, marketPriceFen, costFen } of skus) {
        expect(memberPriceFen ?? priceFen).toBeGreaterThan(costFen)
        expect(memberPriceFen ?? 0).toBeLessThan(priceFen)
        expect(marketPriceFen ?? Infinity).toBeGreaterThan(priceFen)
      }
  })

  test('barcodes end in their check digit and stay in the range that shops print themselves', () => {
    for (const { barcode } of products.flatMap(({ skus }) => skus)) {
      expect(barcode).toMatch(/^20\d{11}$/)
      const sum = [...barcode].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
      expect(sum % 10).toBe(0)
    }
  })

  test('what the home page and the pick-up points name is there', () => {
    const slugs = new Set(products.map(({ slug }) => slug))
    const aisles = new Set<string>(categories.map(({ slug }) => slug))
    for (const block of homeBlocks) {
      if (block.kind === 'product-row') expect(block.products.filter((slug) => !slugs.has(slug))).toEqual([])
      if (block.kind === 'shortcuts') expect(block.items.filter(({ category }) => !aisles.has(category))).toEqual([])
    }
    expect(pickupPoints.map(({ leader }) => leader).sort()).toEqual(leaders.map(({ name }) => name).sort())
  })
})

describe('the pictures', () => {
  test('no two are arranged alike, neither in the shop nor in one gallery', () => {
    expect(repeated(products.map(({ gallery }) => JSON.stringify(gallery[0])))).toEqual([])
    expect(repeated(products.map(({ gallery }) => gallery[0].things[0]))).toEqual([])
    for (const { gallery } of products) expect(repeated(gallery.map((spec) => JSON.stringify(spec)))).toEqual([])
  })

  test('come out the same each time, in the size asked for', async () => {
    const spec = products[0]!.gallery[0]
    const [once, again] = [
      await drawPicture(spec, { width: 300, height: 300 }),
      await drawPicture(spec, { width: 300, height: 300 }),
    ]
    expect(once.equals(again)).toBe(true)
    expect(await sharp(once).metadata()).toMatchObject({ format: 'webp', width: 300, height: 300 })
    expect((await sharp(once).stats()).entropy).toBeGreaterThan(4)
  })

  test('have names that are said once, and a product has all of its sizes', () => {
    const files = catalogueJobs().flatMap((job) => job.files)
    expect(repeated(files)).toEqual([])
    for (const { slug } of products) {
      expect(files).toContain(cardSceneFile(slug))
      for (const n of [1, 2, 3, 4])
        expect(files).toEqual(expect.arrayContaining([pictureFile(slug, n, 750), pictureFile(slug, n, 360)]))
    }
  })
})

describe('drawing them into a folder', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pictures-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const jobs = catalogueJobs().slice(0, 6)
  const files = jobs.flatMap((job) => job.files)
  const draw = async () => {
    const told: number[] = []
    const report = await drawCatalogue(folder, ({ done }) => told.push(done), jobs)
    return { ...report, told }
  }

  test('writes each file whole and tells how far it is', async () => {
    const { drawn, kept, told } = await draw()
    expect({ drawn, kept }).toEqual({ drawn: 6, kept: 0 })
    expect(told).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect((await readdir(folder)).sort()).toEqual([...files, 'pictures.json'].sort())
  })

  test('draws nothing twice', async () => {
    expect(await draw()).toMatchObject({ drawn: 0, kept: 6, told: [6] })
  })

  test('draws again what is gone, and everything when its list is', async () => {
    await rm(path.join(folder, files[0]!))
    expect(await draw()).toMatchObject({ drawn: 1, kept: 5 })
    await writeFile(path.join(folder, 'pictures.json'), '{"half":')
    expect(await draw()).toMatchObject({ drawn: 6, kept: 0 })
  })

  test('draws again what is arranged in another way', async () => {
    const [first, ...others] = jobs
    const changed = [{ ...first!, spec: 'another' }, ...others]
    expect(await drawCatalogue(folder, undefined, changed)).toMatchObject({ drawn: 1, kept: 5 })
  })
})
