/** Wording of the address book. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'
import type { AddressFault } from '@/domain/member/address-faults'
import type { AddressFields } from '@/domain/member/read-pasted-address'

type Code = Exclude<
  CallRefusal<'member', 'saveAddress'>['code'] | CallRefusal<'member', 'removeAddress'>['code'],
  CommonRefusal['code']
>

export const refused = {
  'address.unknown': '这个地址已经不在了，刷新看看',
  'address.full': '地址簿满了，先移走一个用不到的',
} as const satisfies Record<Code, string>

export const fieldText = {
  name: '收货人',
  phone: '手机号',
  province: '省份',
  city: '城市',
  district: '区县',
  detail: '详细地址',
} as const satisfies Record<keyof AddressFields, string>

export const fieldHint = {
  name: '怎么称呼',
  phone: '11 位手机号',
  province: '省',
  city: '市',
  district: '区县',
  detail: '街道、门牌、楼栋、房间',
} as const satisfies Record<keyof AddressFields, string>

const missing = {
  name: '写上收货人，配送员好称呼',
  phone: '写上手机号，到了好联系',
  province: '还差省份',
  city: '还差城市',
  district: '还差区县',
  detail: '写上街道和门牌，才送得到',
} as const satisfies Record<keyof AddressFields, string>

export const faultText = (field: keyof AddressFields, fault: AddressFault): string => {
  if (fault === 'missing') return missing[field]
  return fault === 'wrong' ? '手机号好像不对，再看一眼' : `${fieldText[field]}有点长，精简几个字`
}

export const copy = {
  listTitle: '收货地址',
  chooseTitle: '选择收货地址',
  newTitle: '新建地址',
  editTitle: '编辑地址',
  add: '新建地址',
  import: '从微信导入',
  importRefused: '没能打开微信地址，手动填也很快',
  isDefault: '默认',
  makeDefault: '设为默认地址',
  defaultNote: '下单时先用这一个',
  defaultSet: '默认地址换好了',
  edit: '编辑',
  editOf: (name: string) => `编辑${name}的地址`,
  remove: '删除',
  removeOf: (name: string) => `删除${name}的地址`,
  chooseOf: (name: string) => `送到${name}的地址`,
  askTitle: '删掉这个地址？',
  askYes: '删除',
  askNo: '留着',
  removed: (name: string) => `删掉了 ${name} 的地址`,
  undo: '放回来',
  undone: '放回来了',
  emptyTitle: '还没有收货地址',
  emptyNote: '加一个常用的，以后下单一点就好；到自提点取货不用填',
  strangerTitle: '登录后管理收货地址',
  strangerNote: '地址只用来送货，随时可以删',
  strangerAction: '登录',
  safe: [{ title: '地址都在店里存着', note: '换手机也不会丢' }],
  region: '所在地区',
  regionHint: '选省、市、区',
  pasteTitle: '粘贴整段，自动识别',
  pasteHint: '如：张三 13800000000 上海市徐汇区漕溪北路 28 号',
  pasteRead: '识别好了，核对一下',
  pasteNothing: '没认出来，手动填一下',
  save: '保存',
  saveAndUse: '保存并使用',
  saved: '地址存好了',
  gone: '这个地址已经删掉了',
} as const
