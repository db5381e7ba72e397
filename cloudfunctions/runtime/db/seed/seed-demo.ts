/**
 * Fills a database with the demo shop: shelves, people, two months of past. Everything in one transaction, so a shop is
 * either there or not. Run again it adds what is missing and touches nothing that lives: stock, orders, what staff changed.
 */
import type { Deps } from '../../deps'
import { refreshFeed } from '../../../feed/refresh-feed'
import { askForCards, writeCategories, writeProducts } from './write-catalogue'
import { hasHistory, makeHistory, writeOrders, writeStock } from './write-history'
import { writeAssists } from './write-assists'
import { writeCommunities, writeSales } from './write-communities'
import { writeCampaigns, writeGroups } from './write-groups'
import { writeDeals, writeWallets } from './write-deals'
import { writeEarnings } from './write-earnings'
import { writeHome } from './write-home'
import { writeMessages } from './write-messages'
import { missingColleagues, writeMembers, writeStaff } from './write-people'
import { writeShopping } from './write-shopping'
import { writeStore } from './write-store'

export type SeedReport = {
  /** False where the past had been written before. */
  readonly isNew: boolean
}

export const seedDemo = async (
  deps: Deps,
  onProgress: (line: string) => void = () => undefined,
): Promise<SeedReport> => {
  const colleagues = await missingColleagues(deps.db, deps)
  const isNew = await deps.db.transaction().execute(async (trx) => {
    onProgress('门店、自提点、店员 · store, pick-up points, staff')
    await writeStore(trx, deps)
    await writeStaff(trx, deps, colleagues)
    await writeMembers(trx, deps)
    await writeCommunities(trx, deps)
    onProgress('货架 · shelves')
    await writeCategories(trx, deps)
    await writeProducts(trx, deps)
    await writeHome(trx, deps)
    onProgress('券、满减、秒杀 · coupons, promotions, flash sales')
    await writeDeals(trx, deps)
    if (await hasHistory(trx, deps)) {
      await writeCampaigns(trx, deps)
      await writeAssists(trx, deps, false)
      return false
    }
    onProgress('两个月的订单与库存 · two months of orders and stock')
    const history = makeHistory(deps)
    await writeOrders(trx, deps, history)
    await writeStock(trx, deps, history)
    await writeShopping(trx, deps, history)
    onProgress('拼团 · group buys')
    await writeCampaigns(trx, deps, history.groups)
    await writeGroups(trx, deps, history.groups)
    onProgress('社群与接龙 · communities and group sales')
    await writeSales(trx, deps, history.sales)
    await writeWallets(trx, deps)
    onProgress('团长佣金 · commission of the leaders')
    await writeEarnings(trx, deps)
    await writeMessages(trx, deps)
    await writeAssists(trx, deps, true)
    await askForCards(trx, deps)
    return true
  })
  if (isNew) await refreshFeed(deps)
  return { isNew }
}
