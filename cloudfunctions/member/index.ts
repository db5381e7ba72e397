/** The shopper's own door: who they are, where they live, and their rights over their own data. */
import { member } from '@/contract/member'
import { serve } from '../runtime/serve'
import { deleteMe } from './delete-me'
import { exportData } from './export-data'
import { addresses } from './list-addresses'
import { demoPeople } from './list-demo-people'
import { pictureCallFrom } from './picture-push'
import { removeAddress } from './remove-address'
import { saveAddress } from './save-address'
import { settlePictureCheck } from './settle-picture-check'
import { me } from './show-me'
import { signIn } from './sign-in'
import { updateProfile } from './update-profile'
import { updateSettings } from './update-settings'

export const main = serve(
  member,
  {
    signIn,
    demoPeople,
    me,
    updateProfile,
    updateSettings,
    addresses,
    saveAddress,
    removeAddress,
    settlePictureCheck,
    exportData,
    deleteMe,
  },
  { push: pictureCallFrom },
)
