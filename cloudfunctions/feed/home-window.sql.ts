/** What of the home screen is the same for everybody: the blocks that staff arranged, and the newest generation. */
import type { StoredBlock } from '@/contract/staff-store'
import type { Deps } from '../runtime/deps'

export type PlacedBlock = { readonly id: string; readonly block: StoredBlock }
export type HomeWindow = { readonly blocks: readonly PlacedBlock[]; readonly generation: number | null }

const readHomeWindowStatement = {
  name: 'feed.read-home-window',
  text: `
select (select generation from feed_generation where store_id = $1 order by generation desc limit 1) as generation,
  coalesce((select json_agg(json_build_object('id', id, 'block', block) order by position, id)
    from home_block where store_id = $1 and not is_hidden), '[]') as blocks`,
}

export const readHomeWindow = async (deps: Deps): Promise<HomeWindow> => {
  const [row] = await deps.database.run<HomeWindow>(readHomeWindowStatement, [deps.storeId])
  if (!row) throw new Error('the home query answered no row')
  return row
}
