/** What has to be done once, before the first page. */
import { isWechat, wechat } from './wx'

export const start = (): void => {
  if (isWechat) wechat().cloud.init({ traceUser: true, ...(CLOUD_ENV ? { env: CLOUD_ENV } : {}) })
}
