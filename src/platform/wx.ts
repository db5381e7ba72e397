export const isWechat = process.env.TARO_ENV === 'weapp'

/**
 * WeChat itself, with its own types: Taro lacks some calls and types others wrongly. Only behind `isWechat`, which the
 * build folds away on the web.
 */
export const wechat = (): WechatMiniprogram.Wx => wx
