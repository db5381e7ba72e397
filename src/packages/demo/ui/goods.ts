import bread from '@lobehub/fluent-emoji-3d/assets/1f35e.webp'
import croissant from '@lobehub/fluent-emoji-3d/assets/1f950.webp'
import milk from '@lobehub/fluent-emoji-3d/assets/1f95b.webp'
import blueberry from '@lobehub/fluent-emoji-3d/assets/1fad0.webp'
import strawberry from '@lobehub/fluent-emoji-3d/assets/1f353.webp'
import greens from '@lobehub/fluent-emoji-3d/assets/1f96c.webp'
import shrimp from '@lobehub/fluent-emoji-3d/assets/1f990.webp'
import tulip from '@lobehub/fluent-emoji-3d/assets/1f337.webp'
import { fen } from '@/domain/money'
import type { Picture } from '@/ui/picture'

const picture = (url: string, top: string, bottom: string): Picture => ({ url, tone: [top, bottom], alt: '' })

export const pictures = {
  strawberry: picture(strawberry, '#ffd9d3', '#fff0ea'),
  greens: picture(greens, '#d3edd6', '#f0f9ee'),
  croissant: picture(croissant, '#f5dfc2', '#fcf3e5'),
  milk: picture(milk, '#bcddf5', '#e8f4fc'),
  blueberry: picture(blueberry, '#e2d9f8', '#f5f1fe'),
  shrimp: picture(shrimp, '#ffdcc9', '#fff3ea'),
  bread: picture(bread, '#f5dfc2', '#fcf3e5'),
  tulip: picture(tulip, '#f9d8e8', '#fef1f7'),
}

const goods = (id: string, title: string, of: Picture, price: number, ratio = 1) => ({
  id,
  title,
  picture: of,
  ratio,
  priceFen: fen(price),
  isFrom: false,
  soldOut: false,
})

export const shelf = [
  goods('1', '云南高山蓝莓 4 盒装', pictures.blueberry, 4590),
  goods('2', '崇明小青菜，早上刚割，炒一盘清甜', pictures.greens, 690, 1.18),
  goods('3', '鲜牛乳 950ml', pictures.milk, 1680),
  goods('4', '白灼鲜虾 500g', pictures.shrimp, 4290),
  { ...goods('5', '荷兰郁金香 10 枝', pictures.tulip, 3990), soldOut: true },
  { ...goods('6', '北海道吐司', pictures.bread, 1480), isFrom: true },
]
