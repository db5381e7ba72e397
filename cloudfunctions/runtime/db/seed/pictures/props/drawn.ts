/** A thing we draw ourselves, and where on it a label picture sits (centre and width in its own pixels). */
export type Drawn = {
  readonly svg: string
  readonly label?: { readonly x: number; readonly y: number; readonly width: number }
}
