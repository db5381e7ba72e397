/** Goods that are sold in a pack: each is one of our drawn packs with an emoji for its label. */

import { goods } from './goods'
import { bottle, carton, flask, jar, pot, pouch, tin } from './props/packs'
import type { Drawn } from './props/drawn'
import type { DrawnThing } from './things'

const pack = (drawn: Drawn, label: keyof typeof goods, scale: number): DrawnThing => ({
  drawn,
  label: goods[label],
  scale,
})

export const packs = {
  milkCarton: pack(carton('#7DB8E8'), 'cow', 1.24),
  milkBottle: pack(bottle('#FFFAF2', '#5AA6E0'), 'cow', 1.3),
  soyBottle: pack(bottle('#FBEBCB', '#E2B25C'), 'soyBean', 1.3),
  orangeBottle: pack(bottle('#FFB637', '#F07F2E'), 'orange', 1.3),
  plainYoghurt: pack(pot('#A9CDF0', '#EDEAF6'), 'milkGlass', 0.94),
  strawberryYoghurt: pack(pot('#F6A9BA', '#F3EDF4'), 'strawberry', 0.94),
  oliveOil: pack(flask('#B7B23A', '#3F7A45'), 'olive', 1.36),
  sesameOil: pack(flask('#B3622A', '#C8412F'), 'riceEar', 1.36),
  strawberryJam: pack(jar('#DE3B4E', '#F2C35A'), 'strawberry', 1.06),
  peanutButter: pack(jar('#CF9A5C', '#E8674A'), 'peanut', 1.06),
  chilliSauce: pack(jar('#C93A22', '#3B3A40'), 'chilli', 1.06),
  riceBag: pack(pouch('#E9DCC0'), 'riceBowl', 1.3),
  beanBag: pack(pouch('#D98B7C'), 'redBean', 1.2),
  nutBag: pack(pouch('#D6A76A'), 'peanut', 1.2),
  coffeeBag: pack(pouch('#6F4A3A'), 'coffee', 1.2),
  greenTea: pack(tin('#79A978', '#E6CF96'), 'leaf', 1.14),
} satisfies Record<string, DrawnThing>
