/** The short name of a product in a chain list, proposed from its title; the leader may write another. */
import { SALE_LIMITS } from './terms'

/** Weight, count or size at the end of a title: "500g", "20 枚", "2.5kg", "400g/份". */
const SPEC = /[\s（(]*\d+(\.\d+)?\s*(g|kg|ml|l|斤|克|枚|个|只|盒|袋|包|串|瓶|份|片|粒|支|条)(\/\S+)?[）)]?$/i

/** `散养土鸡蛋 20 枚` → `散养土鸡蛋`, cut to what fits into one line of a chat. */
export const proposedLabel = (title: string): string => {
  const bare = title.trim().replace(SPEC, '').trim()
  return Array.from(bare === '' ? title.trim() : bare)
    .slice(0, SALE_LIMITS.label)
    .join('')
    .trim()
}
