/** How a call travels in WeChat: to a cloud function, which learns from the platform who calls. */
import { wechat } from './wx'

/** `group`: a CloudID that WeChat puts the decrypted group in place of on the way. */
export type Parcel = { readonly action: string; readonly input: unknown; readonly group?: unknown }

/** Answers whatever came back; throws where nothing did. */
export const send = async (functionName: string, parcel: Parcel): Promise<unknown> => {
  const reply = await wechat().cloud.callFunction({ name: functionName, data: parcel })
  return reply.result
}
