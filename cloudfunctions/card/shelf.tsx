/** @jsxRuntime automatic */
/** Up to four goods of a group sale side by side, as white-rimmed prints. */
import { colours } from './colours'
import { drawablePicture, isScene, type DrawablePicture } from './picture-data'

export type Tile = {
  /** JPEG or PNG; null draws the tone alone. */
  readonly picture: Uint8Array | null
  readonly tone: readonly [string, string]
}

/** The air around a shelf is of its first goods. */
export const saleTone = (tiles: readonly Tile[]): Tile['tone'] => tiles[0]?.tone ?? [colours.accentSoft, colours.card]

const GAP = 20
const RIM = 8
/** One or two are seen whole, four stand tall and narrow; by how many there are, as a share of the shelf's height. */
const HEIGHTS = [1, 1, 0.95, 0.86] as const
const WHOLE = 1.25

type Props = {
  readonly tiles: readonly Tile[]
  readonly width: number
  readonly height: number
  /** On a poster four stand two by two, wide enough to see them whole. */
  readonly isGrid?: boolean
}

export const Shelf = ({ tiles, width: inner, height: most, isGrid = false }: Props) => {
  const { width, height } = isGrid && tiles.length === 4 ? cellOf(inner, most) : printOf(tiles.length, inner, most)
  return (
    <div
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        width: inner,
        height: most,
        alignItems: 'center',
        justifyContent: 'center',
        gap: GAP,
      }}
    >
      {tiles.map((tile, at) => (
        <Print key={at} {...tile} width={width} height={height} />
      ))}
    </div>
  )
}

const cellOf = (inner: number, most: number) => ({
  width: Math.floor((inner - GAP) / 2),
  height: Math.floor((most - GAP) / 2),
})

const printOf = (count: number, inner: number, most: number) => {
  const height = Math.round(most * (HEIGHTS[count - 1] ?? HEIGHTS[3]))
  const share = (inner - GAP * (count - 1)) / Math.max(1, count)
  return { width: Math.floor(Math.min(share, height * WHOLE)), height }
}

type Box = { readonly width: number; readonly height: number }

const Print = ({ picture, tone, width, height }: Tile & Box) => {
  const drawn = drawablePicture(picture)
  const inner = { width: width - 2 * RIM, height: height - 2 * RIM }
  const air = { backgroundImage: `linear-gradient(180deg, ${tone[0]}, ${tone[1]})` }
  return (
    <div
      style={{
        display: 'flex',
        boxSizing: 'border-box',
        width,
        height,
        padding: RIM,
        borderRadius: 40,
        backgroundColor: colours.card,
      }}
    >
      <div
        style={{
          display: 'flex',
          position: 'relative',
          ...inner,
          overflow: 'hidden',
          borderRadius: 32,
          ...(drawn ? {} : air),
        }}
      >
        {drawn && <img src={drawn.url} {...covering(inner, drawn)} alt="" />}
      </div>
    </div>
  )
}

/** Of a scene that is too high the empty foot goes first, of a photo both ends alike. */
const covering = ({ width, height }: Box, picture: DrawablePicture) => {
  const ratio = picture.width / picture.height
  const shown = { width: Math.max(width, height * ratio), height: Math.max(height, width / ratio) }
  const top = (height - shown.height) * (isScene(picture) ? 0.25 : 0.5)
  return { ...shown, style: { position: 'absolute', left: (width - shown.width) / 2, top } } as const
}
