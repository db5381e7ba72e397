/** Everything that can lie on the table, by name: emoji goods, packed goods and what carries them. */

import { goods } from './goods'
import { packs } from './packs'
import { vessels } from './vessels'
import type { Drawn } from './props/drawn'
import type { Recolour } from './recolour'

/** `scale` is the thing's long side beside a strawberry on the same table; 1 where nothing is said. */
export type EmojiThing = { readonly emoji: string; readonly scale?: number; readonly recolour?: readonly Recolour[] }
export type DrawnThing = { readonly drawn: Drawn; readonly scale?: number; readonly label?: EmojiThing }
export type Thing = EmojiThing | DrawnThing

export const things = { ...goods, ...packs, ...vessels } satisfies Record<string, Thing>

export type GoodName = keyof typeof goods
export type PackName = keyof typeof packs
export type VesselName = keyof typeof vessels
export type ThingName = keyof typeof things

export const thing = (name: ThingName): Thing => things[name]
