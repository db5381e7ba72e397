import type { UserConfigExport } from '@tarojs/cli'

/** `--watch`: readable errors instead of small files. */
export default {
  logger: { quiet: false, stats: false },
  mini: { debugReact: true },
  h5: { devServer: { host: '127.0.0.1', open: false } },
} satisfies UserConfigExport<'webpack5'>
