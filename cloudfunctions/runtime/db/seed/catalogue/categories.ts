/** The eight aisles of the shop, in the order they are walked. */

import type { Category } from './types'

export const categories = [
  {
    slug: 'fruit',
    name: '时令水果',
    promise: '当季的先上，坏果拍照就赔',
    icon: { tone: 'berry', thing: 'strawberry' },
    children: [
      { slug: 'berries', name: '莓果葡萄', icon: { tone: 'plum', thing: 'blueberry' } },
      { slug: 'orchard', name: '瓜桃梨果', icon: { tone: 'sea', thing: 'peach' } },
      { slug: 'tropical', name: '柑橘热带', icon: { tone: 'sun', thing: 'orange' } },
    ],
  },
  {
    slug: 'vegetables',
    name: '当日鲜蔬',
    promise: '清早从崇明进城，不过夜',
    icon: { tone: 'leafy', thing: 'spinach' },
    children: [
      { slug: 'leaves', name: '叶菜菌菇', icon: { tone: 'leafy', thing: 'broccoli' } },
      { slug: 'garden', name: '茄果瓜豆', icon: { tone: 'berry', thing: 'tomato' } },
      { slug: 'roots', name: '根茎葱姜', icon: { tone: 'sea', thing: 'carrot' } },
    ],
  },
  {
    slug: 'meat-fish',
    name: '肉禽水产',
    promise: '检疫齐全，鱼虾到店还会跳',
    icon: { tone: 'sea', thing: 'shrimp' },
    children: [
      { slug: 'meat', name: '鲜肉禽', icon: { tone: 'rose', thing: 'steak' } },
      { slug: 'seafood', name: '鱼虾蟹贝', icon: { tone: 'sky', thing: 'crab' } },
    ],
  },
  {
    slug: 'dairy-eggs',
    name: '乳品鲜蛋',
    promise: '冷柜直送，日期都挑新的',
    icon: { tone: 'sky', thing: 'milkGlass' },
    children: [
      { slug: 'milk', name: '鲜奶酸奶', icon: { tone: 'sky', thing: 'milkBottle' } },
      { slug: 'eggs', name: '新鲜禽蛋', icon: { tone: 'sun', thing: 'egg' } },
      { slug: 'cheese', name: '黄油奶酪', icon: { tone: 'sun', thing: 'cheese' } },
    ],
  },
  {
    slug: 'bakery',
    name: '现烤面包',
    promise: '每天烤三炉，卖不完不隔夜',
    icon: { tone: 'wheat', thing: 'croissant' },
    children: [
      { slug: 'bread', name: '面包吐司', icon: { tone: 'wheat', thing: 'toast' } },
      { slug: 'pastry', name: '蛋糕甜点', icon: { tone: 'rose', thing: 'cake' } },
    ],
  },
  {
    slug: 'ready-meals',
    name: '熟食快手菜',
    promise: '十分钟上桌，油盐都写在背面',
    icon: { tone: 'leafy', thing: 'salad' },
    children: [
      { slug: 'light', name: '轻食便当', icon: { tone: 'leafy', thing: 'bento' } },
      { slug: 'noodles', name: '面点主食', icon: { tone: 'wheat', thing: 'dumpling' } },
      { slug: 'bites', name: '锅物小食', icon: { tone: 'sea', thing: 'oden' } },
    ],
  },
  {
    slug: 'pantry',
    name: '粮油茶饮',
    promise: '厨房常备，买过的都会回头',
    icon: { tone: 'sun', thing: 'honeyPot' },
    children: [
      { slug: 'grains', name: '米面粮油', icon: { tone: 'wheat', thing: 'riceBag' } },
      { slug: 'snacks', name: '坚果零食', icon: { tone: 'wheat', thing: 'peanut' } },
      { slug: 'drinks', name: '茶饮蜜酱', icon: { tone: 'leafy', thing: 'greenTea' } },
    ],
  },
  {
    slug: 'flowers',
    name: '鲜花绿植',
    promise: '云南空运，周三周六到新枝',
    icon: { tone: 'rose', thing: 'tulip' },
    children: [
      { slug: 'cut-flowers', name: '鲜切花', icon: { tone: 'rose', thing: 'rose' } },
      { slug: 'plants', name: '盆栽绿植', icon: { tone: 'leafy', thing: 'pottedPlant' } },
    ],
  },
] as const satisfies readonly Category[]
