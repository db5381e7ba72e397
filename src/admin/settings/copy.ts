/** Words of the store's settings. */
import type { RefusalWording } from '../cloud/refusal-text'

export const copy = {
  title: '店铺设置',
  save: '保存',
  saved: '设置已保存',
  unsaved: '有改动未保存',
  store: '店铺',
  name: '店名',
  notice: '公告',
  noticeHint: '显示在首页顶部，空着就不显示',
  phone: '客服电话',
  phoneRule: '数字和短横线，5–20 位',
  searchHint: '搜索框提示词',
  searchHintNote: '今天想让大家搜什么',
  promise: '接单与自提时间',
  promiseAside: '商品页和结算页按这里承诺',
  orderBefore: '几点前下单当天备货',
  readyFrom: '最早几点可取',
  readyUntil: '最晚几点可取',
  promiseText: (before: string, from: string, until: string) => `顾客看到：${before} 前下单，${from}–${until} 可取。`,
  stock: '库存提醒',
  lowStockAt: '低于多少件算快卖完',
  pieces: '件',
  lowStockNote: '会出现在「今日」和「库存」里。',
  wanted: '填一下',
  refusals: {} satisfies RefusalWording<'staff-store', 'saveSettings'>,
} as const
