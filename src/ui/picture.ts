/** A picture as the shop stores it: the address of its 750 px file and the two tones of its ground. */
export type Picture = {
  readonly url: string
  readonly tone: readonly [string, string]
  readonly alt?: string | undefined
}

export type PictureProps = {
  readonly picture: Picture
  /** Height ÷ width. */
  readonly ratio?: number
  /** Takes the 360 px file: enough for anything up to half a screen. */
  readonly isSmall?: boolean
  /** Above the fold: fetched at once. */
  readonly isEager?: boolean
  readonly isSquare?: boolean
}

/** Drawn pictures are WebP, uploaded ones JPEG; both lie there in two sizes. */
export const pictureUrl = (url: string, isSmall: boolean): string =>
  isSmall ? url.replace(/\.750\.(webp|jpg)$/, '.360.$1') : url

/** The ground of the box: its own colour and its height, known before the picture comes. */
export const pictureGround = ({ tone }: Picture, ratio: number): string =>
  `--a:${tone[0]};--b:${tone[1]}${ratio === 1 ? '' : `;padding-top:${Math.round(ratio * 1000) / 10}%`}`
