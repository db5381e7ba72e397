/** Where the demo's people live, and whom they send parcels to. */
import type { AddressSnapshot } from '../tables'
import { personOf } from './demo-shop'

const receivers: Readonly<Record<string, string>> = {
  xiaomei: '林小美',
  lili: '王莉莉',
  ajie: '陈俊杰',
  dawei: '张大伟',
  chenchen: '刘晨',
  yuanyuan: '许圆',
  haoran: '周浩然',
  momo: '宋沫',
  afang: '李芳',
  laozhou: '周国强',
  xiaoqin: '孙琴',
}

type Away = Omit<AddressSnapshot, 'phone'>

/** Parents and friends out of town: what express parcels are for. */
const away: Readonly<Record<string, Away>> = {
  xiaomei: { name: '林建国', province: '浙江省', city: '杭州市', district: '西湖区', detail: '文三路 259 号 2 幢 601' },
  ajie: { name: '陈阿姨', province: '江苏省', city: '苏州市', district: '姑苏区', detail: '平江路 88 号 302' },
  momo: { name: '宋沫', province: '上海市', city: '上海市', district: '浦东新区', detail: '张杨路 1518 弄 7 号 902' },
  haoran: {
    name: '周妈妈',
    province: '安徽省',
    city: '合肥市',
    district: '蜀山区',
    detail: '长江西路 300 号 5 栋 1203',
  },
  laozhou: {
    name: '周晓',
    province: '四川省',
    city: '成都市',
    district: '武侯区',
    detail: '人民南路四段 12 号 1 单元 804',
  },
}

export const homeOf = (name: string): AddressSnapshot => {
  const { building, phone } = personOf(name)
  return {
    name: receivers[name] ?? name,
    phone,
    province: '上海市',
    city: '上海市',
    district: '徐汇区',
    detail: `梧桐里 168 弄 ${building}`,
  }
}

export const awayOf = (name: string): AddressSnapshot | null => {
  const address = away[name]
  return address ? { ...address, phone: personOf(name).phone } : null
}
