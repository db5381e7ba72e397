/** 我的: who I am and what waits for me, in one question. The session holds the answer, so every screen sees the same person. */
import type { MeView } from '@/contract/member'
import { read, type Answer } from '@/platform/call'
import { setLargeText } from '@/platform/large-text'
import { useScreen, type Trouble } from '@/platform/screen'
import { isKnown, member, nowMe, signIn, signOut, useMe, useSession } from '@/platform/session'
import { recall } from '@/platform/storage'
import { showCartCount } from '@/platform/tab-badge'
import { isWechat } from '@/platform/wx'

export type MyPage = {
  readonly me: MeView | null
  /** Nobody is signed in, and nothing stands in the way. */
  readonly isStranger: boolean
  readonly trouble: Trouble | null
  readonly isAsking: boolean
  readonly ask: () => Promise<void>
}

const ask = async (): Promise<Answer<MeView> | null> => {
  if (!isKnown()) return null
  // WeChat introduces its people with the first call, and the answer is already all that this page draws
  const isFirst = isWechat && !useSession.getState().me
  const answer = isFirst ? await signIn() : await read('member', 'me', {})
  if (answer.ok) greet(answer.data)
  else if (answer.refusal?.code === 'sign-in.required') signOut()
  return answer
}

const greet = (me: MeView): void => {
  nowMe(me)
  showCartCount(me.counts.cart)
  // another phone of theirs has large letters; this one was never asked
  if (me.settings.isLargeText && recall('largeText') === null) setLargeText(true)
}

/** Asks a stranger in; whoever comes is drawn from that one answer. */
export const enter = async (): Promise<void> => {
  const me = await member()
  if (me) greet(me)
}

export const useMyPage = (): MyPage => {
  const me = useMe()
  const screen = useScreen(ask)
  const isRefused = screen.trouble?.refusal?.code === 'sign-in.required'
  return {
    me,
    isStranger: !me && (!isKnown() || isRefused),
    trouble: screen.trouble,
    isAsking: screen.isAsking,
    ask: screen.ask,
  }
}
