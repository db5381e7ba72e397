/** Handing a page on: in WeChat as a chat card, a moment or a picture; on the web as a link. Nothing is won by it. */
import { useEffect } from 'react'
import Taro, { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { GROUP_MESSAGE_TEMPLATE, groupMessageParameters } from '@/domain/share/group-message'
import { isWechat, wechat } from './wx'

export type Shared = {
  readonly title: string
  /** Of the mini program, with a leading slash; carries the share code. */
  readonly path: string
  /** 5:4, made ahead on the server; WeChat would otherwise photograph the page. */
  readonly picture: string | null
}

/** What WeChat asks the page for when somebody forwards it. The page's config must name `enableShareAppMessage`. */
export const useShared = (shared: Shared | null): void => {
  useShareAppMessage(() =>
    shared ? { title: shared.title, path: shared.path, ...(shared.picture ? { imageUrl: shared.picture } : {}) } : {},
  )
  useShareTimeline(() => (shared ? { title: shared.title, query: shared.path.split('?')[1] ?? '' } : {}))
}

export type Gathering = { readonly activityId: string; readonly count: number; readonly of: number }

/** While the page is open, its card goes out as a message that counts up in the chat. Only where the server has made an activity. */
export const useGathering = (gathering: Gathering | null): void => {
  const { activityId = null, count = 0, of = 0 } = gathering ?? {}
  useEffect(() => {
    if (!isWechat || activityId === null) return
    const templateInfo = { templateId: GROUP_MESSAGE_TEMPLATE, parameterList: groupMessageParameters(count, of) }
    // an older WeChat sends the plain card, which says the same, only not for ever
    wechat().updateShareMenu({ isUpdatableMessage: true, activityId, templateInfo, fail: () => undefined })
  }, [activityId, count, of])
}

/** Opened from Moments: WeChat shows one page without tabs, sign-in, payment or any way on. */
const MOMENTS = 1154
/** WeChat's number for where the app was opened from; 0 on the web. */
export const enterScene = (): number => (isWechat ? Taro.getEnterOptionsSync().scene : 0)
export const isFromMoments = (): boolean => enterScene() === MOMENTS

/** False where the phone would not take it. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data: text })
    // both platforms say 「内容已复制」 of their own; the page says what to do with it
    Taro.hideToast({ fail: () => undefined })
    return true
  } catch {
    return false
  }
}

/** The web's address of a page of the shop, to be sent as words. `path` begins with a slash. */
export const pageLink = (path: string): string => `${window.location.origin}${window.location.pathname}#${path}`

/** Shows WeChat's menu for a picture (send, keep, Moments); on the web opens it, so that it can be kept. */
export const handOverPicture = async (url: string): Promise<boolean> => {
  if (!isWechat) return window.open(url, '_blank', 'noopener') !== null
  try {
    const { tempFilePath } = await Taro.downloadFile({ url })
    await wechat().showShareImageMenu({ path: tempFilePath })
    return true
  } catch {
    return false
  }
}
