/** Name and picture of oneself. Both pass WeChat's check; until then the old ones are shown. */
import { useState } from 'react'
import { pickAvatar, readAvatar } from '@/platform/avatar-picture'
import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember, nowMe } from '@/platform/session'
import { notify, notifyOnward } from '@/ui/notice'
import { copy, refused } from './copy'

const words = copy.profile

export const useProfile = () => {
  const [busy, setBusy] = useState<'name' | 'picture' | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const update = async (what: 'name' | 'picture', input: { name?: string; avatarBase64?: string }) => {
    setBusy(what)
    const answer = await asMember(() => call('member', 'updateProfile', input))
    setBusy(null)
    if (answer?.ok) nowMe(answer.data)
    return answer
  }

  const saveName = async (typed: string): Promise<boolean> => {
    const name = typed.trim()
    setFault(name ? null : words.nameMissing)
    if (!name || busy) return false
    const answer = await update('name', { name })
    if (answer?.ok) {
      notifyOnward(words.saved, 'check')
      return true
    }
    if (answer) setFault(saidOf(answer, refused))
    return false
  }

  const sendPicture = async (avatarBase64: string | null): Promise<void> => {
    if (busy) return
    if (!avatarBase64) return notify(words.pictureBad)
    const answer = await update('picture', { avatarBase64 })
    if (answer) notify(answer.ok ? words.pictureSent : saidOf(answer, refused))
  }

  return {
    busy,
    fault,
    clearFault: () => setFault(null),
    saveName,
    /** On the web, from the phone's own pictures. */
    choosePicture: async (): Promise<void> => {
      const picked = await pickAvatar()
      if (picked.outcome !== 'none') await sendPicture(picked.outcome === 'picked' ? picked.base64 : null)
    },
    /** In WeChat, from its avatar chooser. */
    takePicture: async (path: string): Promise<void> => sendPicture(await readAvatar(path)),
  }
}
