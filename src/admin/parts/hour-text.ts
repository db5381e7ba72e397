import { minuteText } from '@/domain/time'
import type { EpochMs } from '@/domain/time'

/** `"16:00"`, the wall clock in the shop. */
export const hourText = (at: EpochMs): string => minuteText(at).slice(6)
