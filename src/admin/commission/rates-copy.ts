/** Words of rates and of the road that money takes to leaders. */
import type { RailCheck } from '@/contract/staff-commission'
import type { RefusalWording } from '../cloud/refusal-text'

export const copy = {
  store: '店铺统一',
  storeNote: '改了只影响之后下的单；已下的单费率不变',
  rate: '佣金费率',
  rateNote: '按这行实付，不含运费；只算一级',
  floor: '接龙最低价',
  floorNote: '团长定价不能低于店价的这个比例',
  save: '保存',
  saved: '已保存，之后下的单按新费率',
  updated: (who: string, when: string) => `${who} ${when} 改的`,
  leaders: '单独约定的团长',
  leadersNote: '比统一费率优先',
  products: '单独约定的商品',
  productsNote: '比团长的约定更优先',
  addLeader: '选一位团长',
  addProduct: '搜商品，单独约定',
  noLeaders: '没有，所有团长按统一费率',
  noProducts: '没有，所有商品按团长的费率',
  remove: '按统一',
  removeSure: '改回统一费率',
  removed: '已改回统一费率',
  percent: '%',
  rateOf: (name: string) => `${name} 的费率`,
  rail: '打款通道',
  railReady: '可以打款',
  railNot: '还不能打款',
  railNote: '只检查配置和证书，不会发出一分钱',
  checks: {
    merchant: '微信支付商户号',
    certificate: '商家转账权限和证书',
    'transfer-scene': '转账场景',
    'notify-url': '结果通知地址',
  } satisfies Record<RailCheck['checks'][number]['what'], string>,
  fine: '正常',
  wrong: '有问题',
} as const

export const rateRefusals = {
  'leader.unknown': '找不到这位团长',
  'product.unknown': '找不到这个商品',
} satisfies RefusalWording<'staff-commission', 'saveRate'>
