/// <reference types="@tarojs/taro" />
/// <reference types="miniprogram-api-typings" />

declare module '*.scss'
declare module '*.webp' {
  const url: string
  export default url
}
declare module '*.png' {
  const url: string
  export default url
}

declare namespace NodeJS {
  interface ProcessEnv {
    /** Folded to a constant at build time, so the other platform's branch is not shipped. */
    TARO_ENV: 'weapp' | 'h5'
    /** CloudBase environment the mini program talks to; empty means the app's default one. */
    TARO_APP_CLOUD_ENV?: string
  }
}
