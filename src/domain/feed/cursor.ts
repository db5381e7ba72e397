/** Where in which generation of the feed a reader stands. */

export type FeedPlace = { readonly generation: number; readonly position: number }

/** `1764555000000.20`. */
export const cursorText = ({ generation, position }: FeedPlace): string => `${generation}.${position}`

/** Null for text that is no cursor; screens never make one, so it is somebody's game. */
export const readCursor = (text: string): FeedPlace | null => {
  const match = /^(\d{1,15})\.(\d{1,6})$/.exec(text)
  return match ? { generation: Number(match[1]), position: Number(match[2]) } : null
}
