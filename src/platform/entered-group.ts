/** The WeChat group that a card was opened in: known to WeChat, sealed for the server. */
import { isWechat, wechat } from './wx'

/**
 * A CloudID of the group, for `call`'s fourth argument; the phone never sees which group it is. Null on the web, and where the
 * shop was not entered from a group's card (WeChat's 40097) or the person has left the group (65206).
 */
export const enteredGroup = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (!isWechat) return resolve(null)
    wechat().getGroupEnterInfo({
      // both flags came after the typings: single chats are told apart by the server
      ...{ needGroupOpenID: false, allowSingleChat: false },
      success: ({ cloudID }: { cloudID?: string }) =>
        resolve(cloudID === undefined ? null : wechat().cloud.CloudID(cloudID)),
      fail: () => resolve(null),
    })
  })
