/** What carries the goods in a picture; those with an inside come as a back and a front. */

import {
  board,
  bowlBack,
  bowlFront,
  crateBack,
  crateFront,
  eggTrayFront,
  flowerPot,
  plate,
  punnetBack,
  punnetFront,
  vase,
  wrap,
} from './props/tableware'
import type { Thing } from './things'

export const vessels = {
  basket: { emoji: '1f9fa' },
  iceCube: { emoji: '1f9ca', scale: 0.8 },
  bowlBack: { drawn: bowlBack('#F4F0F8') },
  bowlFront: { drawn: bowlFront('#F1EDF7') },
  plate: { drawn: plate('#F1EDF7') },
  board: { drawn: board() },
  punnetBack: { drawn: punnetBack() },
  punnetFront: { drawn: punnetFront() },
  crateBack: { drawn: crateBack() },
  crateFront: { drawn: crateFront() },
  eggTray: { drawn: eggTrayFront() },
  vase: { drawn: vase('#F3E9F2') },
  flowerPot: { drawn: flowerPot('#D8825C') },
  wrap: { drawn: wrap('#EBD2AE', '#F08CA8') },
} satisfies Record<string, Thing>
