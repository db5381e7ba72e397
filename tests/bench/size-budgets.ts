/** What things may weigh at most. The platform's own limits stand far above; these are ours. Bytes. */
const KB = 1024

export const budgets = {
  weapp: { main: 700 * KB, subpackage: 300 * KB, total: 2048 * KB },
  firstScreen: {
    feed: { bytes: 24 * KB, calls: 3, cloudCalls: 1 },
    product: { bytes: 14 * KB, calls: 3, cloudCalls: 1 },
    card: { bytes: 10 * KB, calls: 3, cloudCalls: 1 },
  },
  h5: { initialGzip: 190 * KB },
  admin: { initialGzip: 350 * KB },
  functions: { bytes: 450 * KB, requireMs: 100 },
  /** Function that carries a Chinese font and a drawing engine: its whole folder. */
  drawing: { names: ['card'], folder: 20 * 1024 * KB },
} as const
