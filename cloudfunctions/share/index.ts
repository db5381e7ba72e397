/** Sharing: who shared what, and what a friend sees. */
import { share } from '@/contract/share'
import { serve } from '../runtime/serve'
import { createShare } from './create-share'
import { openShared } from './open-shared'

export const main = serve(share, { create: createShare, open: openShared })
