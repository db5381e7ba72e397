/** Goods are counted while they are on their way and being sorted. */
import type { StaffSaleView } from '@/contract/staff-sale'

export const canCount = ({ state }: Pick<StaffSaleView, 'state'>): boolean => state === 'closed' || state === 'picking'
