/** One colour family a picture: the gradient behind the still life, and the placeholder until it has loaded. */

type Rgb = readonly [red: number, green: number, blue: number]

const gradients = {
  berry: ['#FFD9D3', '#FFF0EA'],
  sun: ['#FFE6B3', '#FFF6E2'],
  leafy: ['#D3EDD6', '#F0F9EE'],
  sky: ['#BCDDF5', '#E8F4FC'],
  plum: ['#E2D9F8', '#F5F1FE'],
  wheat: ['#F5DFC2', '#FCF3E5'],
  sea: ['#FFDCC9', '#FFF3EA'],
  rose: ['#F9D8E8', '#FEF1F7'],
} as const

export type Tone = keyof typeof gradients

const channelAt = (hex: string, at: number): number => parseInt(hex.slice(at, at + 2), 16)

export const rgb = (hex: string): Rgb => [channelAt(hex, 1), channelAt(hex, 3), channelAt(hex, 5)]

export type ToneColours = { readonly top: string; readonly bottom: string; readonly placeholder: string }

const halfway = (a: string, b: string): string => {
  const [from, to] = [rgb(a), rgb(b)]
  const middle = from.map((channel, i) => Math.round((channel + (to[i] ?? channel)) / 2))
  return `#${middle.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

/** What a screen paints before the picture is there: top and bottom of the gradient, or one flat colour between them. */
export const toneColours = (tone: Tone): ToneColours => {
  const [top, bottom] = gradients[tone]
  return { top, bottom, placeholder: halfway(top, bottom) }
}

export const toneRgb = (tone: Tone): { readonly top: Rgb; readonly bottom: Rgb } => ({
  top: rgb(gradients[tone][0]),
  bottom: rgb(gradients[tone][1]),
})
