import type { IPluginContext } from '@tarojs/service'
import { resolve } from 'node:path'
import spoken from './spoken.json'

type Platform = {
  runtimePath: string | string[]
  template: { mergeComponents: (ctx: IPluginContext, attributes: typeof spoken) => void }
}

/** WeChat reads `aria-*` aloud, but Taro's templates leave them out; this Taro plugin puts them in. */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => {
      platform.template.mergeComponents(ctx, spoken)
      platform.runtimePath = [platform.runtimePath, resolve(__dirname, 'runtime.ts')].flat()
    },
  })
}
