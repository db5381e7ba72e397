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
  }
}

/** Id of the CloudBase environment, from `CLOUD_ENV` at build time; empty means the mini program's default one. */
declare const CLOUD_ENV: string
