/** The shop's bucket, opened with the temporary keys that the platform puts into the environment and changes while an instance lives. */
import type { Files } from '../adapters/files'
import { cosFiles } from '../adapters/files/cos'
import type { Config } from '../config'
import { unset } from '../lines'

export const cloudbaseFiles = (config: Config, env: NodeJS.ProcessEnv): Files => {
  const { FILES_BUCKET_URL: bucketUrl, FILES_PUBLIC_URL: publicUrl } = config
  if (bucketUrl === undefined) return unset<Files>('FILES_BUCKET_URL')
  const open = (): Files => {
    const token = env['TENCENTCLOUD_SESSIONTOKEN']
    return cosFiles({
      bucketUrl,
      secretId: env['TENCENTCLOUD_SECRETID'] ?? '',
      secretKey: env['TENCENTCLOUD_SECRETKEY'] ?? '',
      ...(publicUrl === undefined ? {} : { publicUrl }),
      ...(token === undefined ? {} : { token }),
    })
  }
  return {
    put: (key, bytes, contentType) => open().put(key, bytes, contentType),
    read: (key) => open().read(key),
    remove: (key) => open().remove(key),
  }
}
