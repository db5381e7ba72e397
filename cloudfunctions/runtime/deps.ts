/** The outside world as one type. Use cases get it as their first argument and touch nothing else. */
import type { Logger } from 'pino'
import type { EpochMs } from '@/domain/time'
import type { Id, StoreId } from '@/domain/ids'
import type { Database } from './db/connect'
import type { Files } from './adapters/files'
import type { WechatApi } from './adapters/wechat-api'
import type { WechatPay } from './adapters/wechat-pay'
import type { Config } from './config'

export type Deps = {
  readonly storeId: StoreId
  readonly database: Database
  readonly db: Database['db']
  now(): EpochMs
  /** Sortable by time, e.g. `ord_06fz3k…`. */
  newId<P extends string>(prefix: P): Id<P>
  /** Unguessable letters and digits, for share codes. */
  newCode(length: number): string
  /** Digits for pick-up codes. */
  newDigits(length: number): string
  readonly pay: WechatPay
  readonly wechat: WechatApi
  readonly files: Files
  readonly config: Config
  readonly log: Logger
  /** Of the request being served, for logs and audit. */
  readonly requestId: string
  readonly clientIp: string | null
  /** What WeChat itself decrypted for this request (a CloudID beside the input), by field; empty for anything a client wrote. */
  readonly openData: Readonly<Record<string, unknown>>
}
