/** What things may weigh at most, and what we aim for. The platform's own limits stand far above. Bytes, milliseconds, counts. */
const KB = 1024

export type Budget = { budget: number; aim: number }

export const budgets = {
  weapp: {
    main: { budget: 700 * KB, aim: 450 * KB },
    subpackage: { budget: 300 * KB, aim: 150 * KB },
    /** Stands alone, so it carries React and Taro a second time; WeChat takes 500 KB. */
    chatTool: { budget: 400 * KB, aim: 330 * KB },
    total: { budget: 2048 * KB, aim: 1229 * KB },
  },
  firstScreen: {
    feed: { budget: 24 * KB, aim: 12 * KB },
    product: { budget: 14 * KB, aim: 8 * KB },
    card: { budget: 10 * KB, aim: 6 * KB },
  },
  setDataCalls: { budget: 3, aim: 2 },
  cloudCalls: { budget: 1, aim: 1 },
  h5: { budget: 190 * KB, aim: 120 * KB },
  admin: { budget: 350 * KB, aim: 220 * KB },
  functionBytes: { budget: 450 * KB, aim: 330 * KB },
  functionRequireMs: { budget: 100, aim: 45 },
} as const satisfies Record<string, Budget | Record<string, Budget>>

export const packageBudget = (root: string): Budget =>
  root === 'packages/chat-tool' ? budgets.weapp.chatTool : budgets.weapp.subpackage

/** Packages and data that lie beside a bundle: uploaded with it, read by no cold start. One carries a Chinese font and a drawing engine. */
export const besideBudget = (name: string): Budget =>
  name === 'card' ? { budget: 20 * 1024 * KB, aim: 12 * 1024 * KB } : { budget: 450 * KB, aim: 330 * KB }
