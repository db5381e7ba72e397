/**
 * Names of the demo shop's picture files, the same every time. A product's pictures are `<slug>-<n>.750.webp` and
 * `.360.webp`, n from 1; its first one also exists as `<slug>-1.card.jpg`, 900 × 720, because the function that draws
 * share cards reads no webp.
 */

type PictureSize = 750 | 360

export const pictureFile = (slug: string, n: number, width: PictureSize): string => `${slug}-${n}.${width}.webp`

export const cardSceneFile = (slug: string): string => `${slug}-1.card.jpg`

/** `slug` of a category or sub-category; 160 px square. */
export const iconFile = (slug: string): string => `category-${slug}.160.webp`

/** `name` is what the person signs in with; 240 px square. */
export const avatarFile = (name: string): string => `avatar-${name}.240.webp`

/** The same for cards of groups. */
export const cardAvatarFile = (name: string): string => `avatar-${name}.card.jpg`

/** 1098 × 354, three pixels for each of the design's. */
export const bannerFile = (slug: string): string => `banner-${slug}.1098.webp`
