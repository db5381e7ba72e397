/**
 * A throw-away merchant for the stand-in: its certificate's key, WeChat Pay's public key and the APIv3 key, made at the
 * first start. They sign nothing but play money, and are kept only so that a restarted shop still reads its notices.
 */
import { generateKeyPair, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import type { WechatPayConfig } from '../../adapters/wechat-pay'

const pairShape = z.object({ serial: z.string(), privateKey: z.string(), publicKey: z.string() })
const keysShape = z.object({
  mchid: z.string(),
  appid: z.string(),
  merchant: pairShape,
  platform: pairShape,
  apiV3Key: z.string().length(32),
})
export type StandinKeys = z.infer<typeof keysShape>

const STANDIN_MCHID = '1900000001'
const STANDIN_APPID = 'wx0123456789abcdef'
const FILE = 'wechat-pay-standin-keys.json'

/** With a folder the keys are read from it, or made and kept there (readable by the owner only); without, made anew. */
export const makeStandinKeys = async (folder?: string): Promise<StandinKeys> => {
  if (folder === undefined) return freshKeys()
  const file = join(folder, FILE)
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null) return keysShape.parse(JSON.parse(kept))
  const keys = await freshKeys()
  await mkdir(folder, { recursive: true })
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

/** What the shop's adapter needs to talk to a stand-in at `baseUrl` (ends in `/`) that holds these keys. */
export const standinMerchant = (keys: StandinKeys, baseUrl: string): WechatPayConfig => ({
  mchid: keys.mchid,
  appid: keys.appid,
  merchantSerial: keys.merchant.serial,
  merchantPrivateKey: keys.merchant.privateKey,
  platformKeys: { [keys.platform.serial]: keys.platform.publicKey },
  apiV3Key: keys.apiV3Key,
  baseUrl,
})

const freshKeys = async (): Promise<StandinKeys> => {
  const [merchant, platform] = await Promise.all([rsaPair(), rsaPair()])
  return {
    mchid: STANDIN_MCHID,
    appid: STANDIN_APPID,
    merchant: { serial: randomBytes(20).toString('hex').toUpperCase(), ...merchant },
    platform: { serial: `PUB_KEY_ID_0${STANDIN_MCHID}${Date.now()}`, ...platform },
    apiV3Key: randomBytes(16).toString('hex'),
  }
}

export const rsaPair = (): Promise<{ privateKey: string; publicKey: string }> =>
  promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
