import type { UserConfigExport } from '@tarojs/cli'

/** A release. Web pages share one file of what at least two of them use: else each carries 59 KB (gzip) of components. */
export default {
  h5: {
    webpackChain(chain) {
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 10_000,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          vendors: { name: 'vendors', test: /node_modules/, minChunks: 2, priority: 10, reuseExistingChunk: true },
          shop: { name: 'shop', test: /src[\\/](ui|platform|domain)[\\/]/, minChunks: 2, priority: 5 },
        },
      })
    },
  },
} satisfies UserConfigExport<'webpack5'>
