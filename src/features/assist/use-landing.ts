/** A friend's page: one question when it opens, one tap. */
import { useState } from 'react'
import type { AssistLandingView, AssistNo } from '@/contract/assist'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { enterScene } from '@/platform/share'
import { notify } from '@/ui/notice'
import { refused, whyText } from './copy'

export type LandingPage = Screen<AssistLandingView> & {
  readonly isHelping: boolean
  readonly help: () => Promise<void>
}

const isWhy = (code: string): code is AssistNo['code'] => code in whyText

export const useLanding = (code: string | null): LandingPage => {
  const screen = useScreen<AssistLandingView>(
    async () =>
      code === null
        ? { ok: false, refusal: { code: 'assist.unknown' } }
        : read('assist', 'open', { code, scene: enterScene() }),
    code ?? '',
  )
  const [isHelping, setIsHelping] = useState(false)

  const help = async (): Promise<void> => {
    if (code === null || isHelping) return
    setIsHelping(true)
    const answer = await asMember(() => call('assist', 'help', { code }))
    setIsHelping(false)
    if (answer?.ok) return screen.show(answer.data)
    if (!answer) return
    const said = answer.refusal?.code ?? ''
    // what the page then says is the reason itself; everything else on it is asked for anew
    if (isWhy(said) && screen.view) {
      await screen.ask()
      return
    }
    notify(saidOf(answer, refused))
  }
  return { ...screen, isHelping, help }
}
