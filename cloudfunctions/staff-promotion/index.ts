/** Coupons, promotions, flash slots and assist campaigns as the staff run them. */
import { staffPromotion } from '@/contract/staff-promotion'
import { serve } from '../runtime/serve'
import { assists, openAssist } from './assists'
import { makeCodes, voidCoupon } from './codes'
import { findMembers, grant } from './grant'
import { moveAssist, switchAssists, voidAssist } from './move-assist'
import { movePromotion } from './move-promotion'
import { moveTemplate } from './move-template'
import { arrangePromotions, openPromotion, promotions } from './promotions'
import { saveAssist } from './save-assist'
import { savePromotion } from './save-promotion'
import { saveTemplate } from './save-template'
import { shelves } from './shelves'
import { moveSlot, saveSlot, slots } from './slots'
import { openTemplate, templates } from './templates'
import { tryDraft } from './try-draft'

export const main = serve(staffPromotion, {
  ...{ templates, template: openTemplate, saveTemplate, moveTemplate, grant, findMembers, makeCodes, voidCoupon },
  ...{ promotions, promotion: openPromotion, savePromotion, movePromotion, arrangePromotions },
  ...{ slots, saveSlot, moveSlot },
  ...{ assists, assist: openAssist, saveAssist, moveAssist, voidAssist, switchAssists },
  ...{ tryDraft, shelves },
})
