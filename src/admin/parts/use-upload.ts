/** Sends pictures one by one, each made small enough first; answers with what the server stored. */
import { useState } from 'react'
import { App } from 'antd'
import type { Picture } from '@/contract/views'
import type { RefusalWording } from '../cloud/refusal-text'
import { call } from '../cloud/call'
import { faultText } from '../cloud/use-act'
import { refusalText } from '../cloud/refusal-text'
import { copy } from './copy'
import { NotAPicture, fitPicture } from './resize-picture'

const wording = { 'picture.invalid': copy.notPicture } satisfies RefusalWording<'staff-catalog', 'uploadPicture'>

export const useUpload = () => {
  const { message } = App.useApp()
  const [waiting, setWaiting] = useState(0)

  const send = async (file: Blob): Promise<Picture | null> => {
    try {
      const answer = await call('staff-catalog', 'uploadPicture', await fitPicture(file))
      if (answer.ok) return answer.data.picture
      void message.error(refusalText(wording, answer.refusal))
    } catch (error) {
      void message.error(error instanceof NotAPicture ? copy.notPicture : faultText(error))
    }
    return null
  }

  /** What could be stored; what couldn't was said. */
  const upload = async (files: readonly Blob[]): Promise<Picture[]> => {
    setWaiting(files.length)
    const stored: Picture[] = []
    for (const [done, file] of files.entries()) {
      const picture = await send(file)
      if (picture) stored.push(picture)
      setWaiting(files.length - done - 1)
    }
    return stored
  }
  return { upload, waiting }
}
