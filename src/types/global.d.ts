/// <reference types="@tarojs/taro" />
/// <reference types="miniprogram-api-typings" />

declare namespace NodeJS {
  interface ProcessEnv {
    /** Folded to a constant at build time, so the other platform's branch is not shipped. */
    TARO_ENV: 'weapp' | 'h5'
    /** `on` builds WeChat's chat tool into the mini program; folded likewise. */
    CHAT_TOOL?: 'on' | ''
  }
}
