/** Every picture of the demo shop as a job: which files it writes, what they depend on, and how they are drawn. */

import { categories } from '../catalogue/categories'
import { homeBlocks } from '../catalogue/home-blocks'
import { leaders, members, staff } from '../catalogue/people'
import { products } from '../catalogue/products'
import { composeBanner } from './draw-banner'
import { composeIcon } from './draw-icon'
import { canvasImage, composePicture } from './draw-picture'
import { composeAvatar, type AvatarSpec } from './draw-portrait'
import { avatarFile, bannerFile, cardAvatarFile, cardSceneFile, iconFile, pictureFile } from './file-names'
import type { CatalogueProduct } from '../catalogue/types'
import type { Canvas } from './canvas'

export type DrawnFile = { readonly name: string; readonly bytes: Buffer }

export type PictureJob = {
  readonly files: readonly string[]
  /** Everything the pixels follow from, besides the drawing code itself. */
  readonly spec: unknown
  readonly draw: () => Promise<readonly DrawnFile[]>
}

/** Effort 1 takes a third of the time of the default and is a tenth larger. */
const webp = (canvas: Canvas, width = canvas.width): Promise<Buffer> =>
  canvasImage(canvas).resize(width).webp({ quality: 84, effort: 1 }).toBuffer()

const galleryJobs = ({ slug, gallery }: CatalogueProduct): PictureJob[] =>
  gallery.map((spec, at) => {
    const [large, small] = [pictureFile(slug, at + 1, 750), pictureFile(slug, at + 1, 360)]
    return {
      files: [large, small],
      spec,
      draw: async () => {
        const canvas = await composePicture(spec, { width: 750, height: 750 })
        return [
          { name: large, bytes: await webp(canvas) },
          { name: small, bytes: await webp(canvas, 360) },
        ]
      },
    }
  })

const sceneJob = ({ slug, gallery: [spec] }: CatalogueProduct): PictureJob => {
  const name = cardSceneFile(slug)
  return {
    files: [name],
    spec,
    draw: async () => {
      const canvas = await composePicture(spec, { width: 900, height: 720 })
      return [{ name, bytes: await canvasImage(canvas).jpeg({ quality: 88 }).toBuffer() }]
    },
  }
}

const single = (name: string, spec: unknown, compose: () => Promise<Canvas>): PictureJob => ({
  files: [name],
  spec,
  draw: async () => [{ name, bytes: await webp(await compose()) }],
})

/** Also as JPEG: the function that draws share cards reads no webp. */
const avatarJob = ({ name, avatar }: { readonly name: string; readonly avatar: AvatarSpec }): PictureJob => {
  const [shown, drawable] = [avatarFile(name), cardAvatarFile(name)]
  return {
    files: [shown, drawable],
    spec: avatar,
    draw: async () => {
      const canvas = await composeAvatar(avatar, 240)
      return [
        { name: shown, bytes: await webp(canvas) },
        { name: drawable, bytes: await canvasImage(canvas).jpeg({ quality: 88 }).toBuffer() },
      ]
    },
  }
}

/** In the order people need them: what the home screen shows comes first. */
export const catalogueJobs = (): PictureJob[] => [
  ...homeBlocks.flatMap((block) =>
    block.kind === 'banner'
      ? [single(bannerFile(block.slug), block.art, () => composeBanner(block.art, 1098, 354))]
      : [],
  ),
  ...categories.flatMap((category) =>
    [category, ...category.children].map(({ slug, icon }) =>
      single(iconFile(slug), icon, () => composeIcon(icon, 160)),
    ),
  ),
  ...[...members, ...leaders, ...staff].map((person) => avatarJob(person)),
  ...products.flatMap((product) => galleryJobs(product)),
  ...products.map((product) => sceneJob(product)),
]
