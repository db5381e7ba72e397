import { findAddressFaults } from '@/domain/member/address-faults'
import { readPastedAddress } from '@/domain/member/read-pasted-address'

const home = {
  name: '张三',
  phone: '13800000000',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '漕溪北路28号3号楼502室',
}

describe('a pasted address is split', () => {
  test.each([
    ['name, phone, place', '张三 13800000000 上海市徐汇区漕溪北路28号3号楼502室'],
    ['without the sign of the city', '张三，13800000000，上海徐汇区漕溪北路28号3号楼502室'],
    ['province and city both written', '张三 13800000000 上海市上海市徐汇区漕溪北路28号3号楼502室'],
    ['the place first', '上海市徐汇区漕溪北路28号3号楼502室，张三，13800000000'],
    ['a phone in three pieces', '张三 138 0000 0000 上海市徐汇区漕溪北路28号3号楼502室'],
    ['a phone with its country', '张三 +86-13800000000 上海市徐汇区漕溪北路28号3号楼502室'],
    [
      'labels and lines',
      '收货人：张三\n手机号码：13800000000\n所在地区：上海市徐汇区\n详细地址：漕溪北路28号3号楼502室',
    ],
    ['a region in pieces', '张三 13800000000 上海市 上海市 徐汇区 漕溪北路28号3号楼502室'],
    ['name and phone glued together', '张三13800000000 上海市徐汇区漕溪北路28号3号楼502室'],
  ])('%s', (_, text) => expect(readPastedAddress(text)).toEqual(home))

  test('a province has its cities, and a city its districts', () =>
    expect(readPastedAddress('李小美 13912345678 浙江省杭州市余杭区仓前街道 1 号')).toEqual({
      name: '李小美',
      phone: '13912345678',
      province: '浙江省',
      city: '杭州市',
      district: '余杭区',
      detail: '仓前街道 1 号',
    }))

  test('an autonomous region keeps its long name', () =>
    expect(readPastedAddress('新疆乌鲁木齐市天山区解放北路9号')).toEqual({
      province: '新疆维吾尔自治区',
      city: '乌鲁木齐市',
      district: '天山区',
      detail: '解放北路9号',
    }))

  test('what is not there is left out, so that nothing typed before is lost', () => {
    expect(readPastedAddress('13800000000')).toEqual({ phone: '13800000000' })
    expect(readPastedAddress('')).toEqual({})
  })

  test('a longer number is nobody’s phone', () =>
    expect(readPastedAddress('订单 138000000001234')).toEqual({ name: '订单' }))
})

describe('an address may be saved', () => {
  test('if every field is there', () => expect(findAddressFaults(home)).toEqual({}))
  test('not with a number that can’t ring', () =>
    expect(findAddressFaults({ ...home, phone: '12800000000' })).toEqual({ phone: 'wrong' }))
  test('not with blanks for a name, nor with a story for a street', () =>
    expect(findAddressFaults({ ...home, name: '  ', detail: '很'.repeat(81) })).toEqual({
      name: 'missing',
      detail: 'too-long',
    }))
})
