/**
 * Taro's build of the shopper's side: one source, a WeChat mini program in `dist/weapp` and a web page in `dist/h5`.
 * The numbers of the drawings are CSS px at 390 wide; in WeChat they become rpx (750 a screen), on the web they stay px.
 */
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { resolve } from 'node:path'
import dev from './dev'
import prod from './prod'

const DRAWN_AT = 390

const base: UserConfigExport<'webpack5'> = {
  projectName: 'quanji',
  designWidth: DRAWN_AT,
  deviceRatio: { [DRAWN_AT]: 750 / DRAWN_AT },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  // Prebundling would ship unused halves of the libraries: +149 KB in the main package.
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Only the web is built from what an earlier build left. In the mini program Taro's splitting for subpackages keeps its
  // own books about files it copies into `sub-common`, webpack's cache does not know them, and old code was shipped.
  cache: { enable: process.env.TARO_ENV === 'h5' },
  alias: { '@': resolve(__dirname, '..', 'src') },
  plugins: process.env.TARO_ENV === 'weapp' ? [resolve(__dirname, 'aria/plugin.ts')] : [],
  env: { CHAT_TOOL: JSON.stringify(process.env.CHAT_TOOL ?? '') },
  defineConstants: { CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? '') },
  copy: { patterns: [], options: {} },
  mini: {
    optimizeMainPackage: { enable: true },
    // `<View compileMode>` is drawn blank when this switch is off: the two belong together.
    experimental: { compileMode: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    // Whole rpx: a quarter of a pixel is not seen, and the minifier can't read `46.15rpx` inside a calc().
    postcss: { pxtransform: { enable: true, config: { unitPrecision: 0 } } },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    // Links of shared cards survive any static host: the route stands behind the hash.
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    // The page loads its own scripts, because on a wide screen it draws a phone instead (see src/index.html).
    htmlPluginOption: { inject: false, scriptLoading: 'blocking' },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: false, config: {} } },
  },
}

export default defineConfig<'webpack5'>(async (merge) =>
  merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod),
)
