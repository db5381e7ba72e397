/** The shape of `dist/report/size.json`. Bytes unless the name says otherwise. */
export type ScreenName = 'feed' | 'product' | 'card'
/** `laterBytes`: sent when the first screen stands, for what lies below it. */
export type ScreenSize = { bytes: number; calls: number; cloudCalls: number; laterBytes: number }
export type WeappSize = { main: number; total: number; packages: Record<string, number> }
/** `bytes`: the bundle, which a cold start reads; `besideBytes`: packages and data laid beside it. */
export type FunctionSize = { bytes: number; besideBytes: number; requireMs: number }

export type SizeReport = {
  weapp: WeappSize
  firstScreen: Record<ScreenName, ScreenSize>
  h5: { initialGzip: number }
  admin: { initialGzip: number }
  functions: Record<string, FunctionSize>
}
