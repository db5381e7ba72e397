/** How the shop is set up: what it says of itself, where and for how much it delivers, where goods wait, and its home screen. */
import { staffStore } from '@/contract/staff-store'
import { serve } from '../runtime/serve'
import { deliveryTemplates } from './list-delivery-templates'
import { pickupPoints } from './list-pickup-points'
import { removeDeliveryTemplate } from './remove-delivery-template'
import { saveDeliveryTemplate } from './save-delivery-template'
import { saveHomeBlocks } from './save-home-blocks'
import { savePickupPoint } from './save-pickup-point'
import { saveSettings } from './save-settings'
import { showHomeBlocks } from './show-home-blocks'
import { settings } from './show-settings'

export const main = serve(staffStore, {
  settings,
  saveSettings,
  deliveryTemplates,
  saveDeliveryTemplate,
  removeDeliveryTemplate,
  pickupPoints,
  savePickupPoint,
  homeBlocks: showHomeBlocks,
  saveHomeBlocks,
})
