/**
 * Who is here. In WeChat the platform says so with every call, and the first question introduces the member. On the web
 * only the demo knows people: a sheet asks which of them one would like to be, and the phone keeps the session.
 */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { MeView } from '@/contract/member'
import { SECOND } from '@/domain/time'
import { call, read, type Answer } from './call'
import { drop, keep, recall } from './storage'
import { bringBasket } from './stranger-basket'
import { isWechat } from './wx'

type Session = {
  readonly me: MeView | null
  /** The web's sheet is up and asks who one is. */
  readonly isAsking: boolean
}

export const useSession = create<Session>(() => ({ me: null, isAsking: false }))
export const useMe = (): MeView | null => useSession(({ me }) => me)

/** After an action that answers with the member as they are now. */
export const nowMe = (me: MeView): void => useSession.setState({ me })

/** Signs in with a demo person's code, or in WeChat as whoever holds the phone. */
export const signIn = async (code?: string): Promise<Answer<MeView>> => {
  const answer = await call('member', 'signIn', code === undefined ? {} : { code })
  if (!answer.ok) return answer
  const { session, me } = answer.data
  if (session) keep('session', session)
  const here = await withBasket(me)
  settle(here)
  return { ok: true, data: here }
}

/** Before anybody who waited goes on: what they add or look at next comes on top of what they had collected. */
const withBasket = async (me: MeView): Promise<MeView> => {
  const cart = await bringBasket()
  return cart === null ? me : { ...me, counts: { ...me.counts, cart } }
}

export const signOut = (): void => {
  drop('session')
  useSession.setState({ me: null })
}

/** True if calls carry an identity already, so that a screen may ask for what is a member's own. */
export const isKnown = (): boolean => isWechat || recall('session') !== null

/** The member, asking them in if need be; null if they would rather not, or if the cloud can't be reached. */
export const member = async (): Promise<MeView | null> => {
  const { me } = useSession.getState()
  if (me) return me
  if (isWechat) return dataOf(await signIn())
  if (recall('session')) {
    const answer = await read('member', 'me', {})
    if (answer.ok) {
      const here = await withBasket(answer.data)
      nowMe(here)
      return here
    }
    if (answer.refusal?.code !== 'sign-in.required') return null
    signOut()
  }
  return askWho()
}

/** The page is drawn and looked at first. */
const AFTER_PAINT = 1 * SECOND

/** Finds out who is here where that takes no asking, once the page is drawn: a member reads prices of their own. */
export const useKnownMember = (): void => {
  const isUnmet = useMe() === null
  useEffect(() => {
    if (!isUnmet || !isKnown()) return
    const timer = setTimeout(() => void member(), AFTER_PAINT)
    return () => clearTimeout(timer)
  }, [isUnmet])
}

/** Runs a call as a member. If the session has run out meanwhile, asks once more; null if nobody came in. */
export const asMember = async <T extends Answer<unknown>>(run: () => Promise<T>): Promise<T | null> => {
  if (!(await member())) return null
  const answer = await run()
  if (answer.ok || answer.refusal?.code !== 'sign-in.required') return answer
  signOut()
  return (await member()) ? run() : null
}

let asked: ((me: MeView | null) => void)[] = []

const askWho = (): Promise<MeView | null> => {
  useSession.setState({ isAsking: true })
  return new Promise((resolve) => asked.push(resolve))
}

/** Everybody who waits for the answer gets it; without a member they are told that nobody came. */
const settle = (me: MeView | null): void => {
  useSession.setState(me ? { me, isAsking: false } : { isAsking: false })
  const waiting = asked
  asked = []
  waiting.forEach((resolve) => resolve(me))
}

/** The sheet was put away without a choice. */
export const stayStranger = (): void => settle(null)

const dataOf = <O>(answer: Answer<O>): O | null => (answer.ok ? answer.data : null)
