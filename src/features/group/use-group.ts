/** A group's page: one question when it opens, then a pulse while it is looked at. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { GroupView } from '@/contract/group-buy'
import type { GroupId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import { call, read } from '@/platform/call'
import { useIsVisible } from '@/platform/page'
import { useScreen, type Screen } from '@/platform/screen'
import { enterScene } from '@/platform/share'
import { keepCard, newsOf } from './news'
import { paceOf } from './pulse'
import { isMineMoving } from './stance'

/** By a card's code, or by id from inside the shop; null where the address holds neither. */
export type Entry = { readonly code: string } | { readonly groupId: GroupId } | null

export type GroupPage = Screen<GroupView> & {
  /** Asks again by the group's id, and keeps what the card brought. */
  readonly refresh: () => Promise<void>
  /** What happened last, for those who listen. */
  readonly news: string
  /** How many members were there when the page opened, or when the newest came. */
  readonly known: number
}

const keyOf = (entry: Entry): string => (entry === null ? '' : 'code' in entry ? entry.code : entry.groupId)

/** `isConfirming`: WeChat says paid, and the shop will hear of it any moment. */
export const useGroup = (entry: Entry, isConfirming: boolean): GroupPage => {
  const screen = useScreen<GroupView>(async () => {
    if (entry === null) return { ok: false, refusal: { code: 'group.unknown' } }
    return read(
      'group-buy',
      'open',
      'code' in entry ? { code: entry.code, scene: enterScene() } : { groupId: entry.groupId },
    )
  }, keyOf(entry))
  const [told, setTold] = useState({ news: '', known: Infinity })
  const latest = useRef(screen)
  latest.current = screen

  const show = useCallback((next: GroupView) => {
    const before = latest.current.view
    const news = before && newsOf(before, next)
    if (before && news) setTold({ news, known: before.members.length })
    latest.current.show(keepCard(before, next))
  }, [])

  const refresh = useCallback(async () => {
    const { view, ask } = latest.current
    if (!view) return ask()
    const answer = await read('group-buy', 'open', { groupId: view.id })
    if (answer.ok) show(answer.data)
  }, [show])

  usePulse(screen.view, show, isConfirming)
  return { ...screen, show, refresh, ...told }
}

/** Asks whether anything changed while the page is in sight; coming back to it asks at once. */
const usePulse = (view: GroupView | null, show: (view: GroupView) => void, isConfirming: boolean): void => {
  const isVisible = useIsVisible()
  const latest = useRef(view)
  latest.current = view
  const [quietSince, setQuietSince] = useState(() => Date.now())
  const version = view && stamp(view)
  useEffect(() => setQuietSince(Date.now()), [version, isVisible])

  useEffect(() => {
    if (!isVisible || version === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const wait = () => {
      const now = latest.current
      const pace = now && paceOf(now, Date.now() - quietSince, epochMs(Date.now()), isConfirming)
      if (pace !== null) timer = setTimeout(() => void look(), pace)
    }
    const look = async () => {
      const now = latest.current
      if (!now) return
      const next = await newest(now, isConfirming)
      if (isOver) return
      // a new view starts the pulse afresh by its stamp
      if (next && stamp(next) !== stamp(now)) return show(next)
      wait()
    }
    wait()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [version, isVisible, quietSince, isConfirming, show])
}

/** Everything a look may find changed. */
const stamp = ({ id, version, mine }: GroupView): string =>
  [id, version, mine?.state, mine?.orderId, mine?.refund?.state].join(' ')

/** The group as it is now; null while it is as it was. What moves of one's own alone is not counted by the version. */
const newest = async (view: GroupView, isConfirming: boolean): Promise<GroupView | null> => {
  if (isConfirming || isMineMoving(view)) {
    const answer = await call('group-buy', 'open', { groupId: view.id })
    return answer.ok ? answer.data : null
  }
  const answer = await call('group-buy', 'watch', { groupId: view.id, version: view.version })
  return answer.ok ? answer.data.view : null
}
