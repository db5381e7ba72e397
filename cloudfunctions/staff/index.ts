/** The staff's own door: coming in and going out, people and roles, the trail they leave. Others read it as `staff` only after a password. */
import { staff } from '@/contract/staff'
import { serve } from '../runtime/serve'
import { changePassword } from './change-password'
import { me } from './find-me'
import { listAudit } from './list-audit'
import { demoPeople } from './list-demo-people'
import { list } from './list-staff'
import { resetPassword } from './reset-password'
import { save } from './save-staff'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

export const main = serve(staff, {
  signIn,
  signOut,
  demoPeople,
  me,
  changePassword,
  list,
  save,
  resetPassword,
  audit: listAudit,
})
