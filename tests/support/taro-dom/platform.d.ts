/// <reference types="miniprogram-api-typings" />

/** `src/platform` under test: what the Taro build would have declared. */
declare const CLOUD_ENV: string
