/** Entries of a generation, read in stretches and kept: a generation never changes. */
import { HOUR } from '@/domain/time'
import { remembered } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'
import { readStretch, type Stretch } from './generation.sql'

const LENGTH = 40

/** The entries from `position` to the end of its stretch; null if the generation is gone. */
export const entriesFrom = async (deps: Deps, generation: number, position: number): Promise<Stretch | null> => {
  const start = position - (position % LENGTH)
  const key = `entries:${generation}:${start}`
  const stretch = await remembered(deps, key, HOUR, () => readStretch(deps, generation, start, LENGTH))
  return stretch && { ...stretch, entries: stretch.entries.slice(position - start) }
}
