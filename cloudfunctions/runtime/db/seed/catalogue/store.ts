/** The shop itself: what it is called, where goods are picked up, what delivery costs. */

import { fen } from '@/domain/money'
import type { StoreSettings } from '@/contract/staff-store'
import type { DeliveryTemplate } from '@/domain/delivery/template'

export type DemoPickupPoint = {
  readonly slug: string
  readonly name: string
  readonly keeper: string
  readonly keeperPhone: string
  readonly address: string
  readonly hours: string
  readonly latitude: number
  readonly longitude: number
  readonly walkMinutes: number
  /** The leader who hands over here, by sign-in name. */
  readonly leader: string
}

export type DemoDeliveryTemplate = DeliveryTemplate & { readonly slug: string; readonly name: string }

export const storeSettings: StoreSettings = {
  name: '梧桐里鲜食铺',
  notice: '每天 6:20 到货，坏果拍照就赔',
  servicePhone: '021-55550168',
  searchHint: '今晚吃什么？试试「白灼虾」',
  lowStockAt: 12,
  orderBeforeMinute: 16 * 60,
  readyFromMinute: 17 * 60 + 30,
  readyUntilMinute: 20 * 60 + 30,
}

export const pickupPoints: readonly DemoPickupPoint[] = [
  {
    slug: 'building-3',
    name: '3 号楼架空层 · 小满家',
    keeper: '阿芳',
    keeperPhone: '13800002001',
    address: '上海市徐汇区梧桐里 168 弄 3 号楼架空层，进门右手绿色货架',
    hours: '10:00–20:30',
    latitude: 31.20352,
    longitude: 121.43871,
    walkMinutes: 4,
    leader: 'afang',
  },
  {
    slug: 'building-11',
    name: '11 号楼门厅 · 老周家',
    keeper: '老周',
    keeperPhone: '13800002002',
    address: '上海市徐汇区梧桐里 168 弄 11 号楼一层门厅，长椅旁',
    hours: '9:00–21:00',
    latitude: 31.20418,
    longitude: 121.43952,
    walkMinutes: 7,
    leader: 'laozhou',
  },
  {
    slug: 'east-gate',
    name: '东门 6 号铺 · 小琴烘焙',
    keeper: '小琴',
    keeperPhone: '13800002003',
    address: '上海市徐汇区梧桐里 168 弄东门商铺 6 号，有冰柜',
    hours: '8:00–21:30',
    latitude: 31.20287,
    longitude: 121.44023,
    walkMinutes: 5,
    leader: 'xiaoqin',
  },
]

export const deliveryTemplates: readonly DemoDeliveryTemplate[] = [
  {
    slug: 'local',
    name: '同城配送',
    kind: 'local',
    feeFen: fen(500),
    freeOverFen: fen(5900),
    areas: [],
    within: ['徐汇区', '静安区', '黄浦区', '长宁区'],
  },
  {
    slug: 'express',
    name: '快递到家',
    kind: 'express',
    feeFen: fen(1200),
    freeOverFen: fen(9900),
    areas: [
      {
        names: ['新疆维吾尔自治区', '西藏自治区', '青海省', '宁夏回族自治区', '内蒙古自治区', '甘肃省', '海南省'],
        feeFen: fen(2800),
        freeOverFen: null,
      },
      { names: ['香港特别行政区', '澳门特别行政区', '台湾省'], feeFen: null, freeOverFen: null },
    ],
    within: [],
  },
]
