/** @jsxRuntime automatic */
/** Who is in a group and where 你 would sit: members as circles, free seats dashed, in one row that fits its panel. */
import { colours } from './colours'

export type Face = {
  /** Data URL of a picture that can be drawn; null draws the first sign of the name. */
  readonly picture: string | null
  /** One sign, drawable; empty draws the tint alone. */
  readonly sign: string
  /** Which tint, so that the same person has the same one as on the screens. */
  readonly tint: number
}

/** As on the screens: paper from top to bottom, and ink. */
const TINTS = [
  ['#FFDCC4', '#FFF0E4', '#B8330F'],
  ['#D6EDDA', '#EEF8EF', '#1B7440'],
  ['#D8E8F8', '#F0F7FD', '#2A5C8A'],
  ['#F8DCE8', '#FEF2F7', '#9B3A68'],
  ['#FFE9BF', '#FFF6E0', '#8A5A0B'],
] as const

export const tintOf = (name: string): number =>
  Array.from(name).reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % TINTS.length

const RIM = 6
/** By how many seats there are: five still fit the panel of a card, which is 352 px wide. */
const SIZES = [116, 116, 116, 116, 92, 78] as const
const OVERLAP = 20

const circle = (size: number, place: number) =>
  ({
    display: 'flex',
    boxSizing: 'border-box',
    flexShrink: 0,
    width: size,
    height: size,
    marginLeft: place === 0 ? 0 : -OVERLAP,
    borderRadius: size / 2,
    alignItems: 'center',
    justifyContent: 'center',
  }) as const

/** A name's first sign on its tint, alone and without a rim. */
const faceStyle = ({ tint }: Pick<Face, 'tint'>, size: number) => {
  const [top, bottom, ink] = TINTS[tint] ?? TINTS[0]
  return {
    ...circle(size, 0),
    backgroundImage: `linear-gradient(180deg, ${top}, ${bottom})`,
    color: ink,
    fontSize: size * 0.42,
    fontWeight: 700,
  } as const
}

/** Somebody as a circle: their picture, or their name's first sign. */
export const RoundFace = ({ face, size }: { readonly face: Face; readonly size: number }) =>
  face.picture ? (
    <img src={face.picture} width={size} height={size} style={{ borderRadius: size / 2, objectFit: 'cover' }} alt="" />
  ) : (
    <div style={faceStyle(face, size)}>{face.sign}</div>
  )

type RimmedProps = { readonly face: Face; readonly size: number; readonly place?: number; readonly rim?: number }

/** On a white rim, `size` with it; from the second place on it lies over the one before. */
export const RimmedFace = ({ face, size, place = 0, rim = RIM }: RimmedProps) => (
  <div style={{ ...circle(size, place), backgroundColor: colours.card }}>
    <RoundFace face={face} size={size - 2 * rim} />
  </div>
)

type FreeProps = { readonly words: string; readonly size: number; readonly place: number }

const Free = ({ words, size, place }: FreeProps) => (
  <div
    style={{
      ...circle(size, place),
      border: `${words ? 5 : 4}px dashed ${words ? colours.accent : colours.accentLine}`,
      backgroundColor: colours.card,
      color: colours.accentInk,
      fontSize: size * 0.31,
      fontWeight: 700,
    }}
  >
    {words}
  </div>
)

type Props = { readonly faces: readonly Face[]; readonly free: number; readonly you: string }

/** The first free seat is the reader's. */
export const Faces = ({ faces, free, you }: Props) => {
  const size = SIZES[faces.length + free] ?? SIZES[5]
  return (
    <div style={{ display: 'flex' }}>
      {faces.map((face, place) => (
        <RimmedFace key={`m${place}`} face={face} size={size} place={place} />
      ))}
      {Array.from({ length: free }, (_, at) => (
        <Free key={`f${at}`} words={at === 0 ? you : ''} size={size} place={faces.length + at} />
      ))}
    </div>
  )
}
