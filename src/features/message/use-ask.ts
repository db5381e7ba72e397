/** The one question after something of value: may we tell you. What is asked for is known before the tap, as WeChat wants it. */
import { useEffect, useState } from 'react'
import type { Ask } from '@/contract/message'
import type { AskMoment } from '@/domain/message/ask'
import { askToTell } from '@/platform/ask-to-tell'
import { call, read } from '@/platform/call'
import { newRequestId } from '@/platform/request-id'
import { isWechat } from '@/platform/wx'
import { notify } from '@/ui/notice'
import { copy } from './ask-copy'

/** `no` is said once and then the row is gone. */
type State = { readonly is: 'unknown' | 'no' | 'yes' } | { readonly is: 'open'; readonly asks: readonly Ask[] }

export const useAsk = (moment: AskMoment) => {
  const [state, setState] = useState<State>({ is: 'unknown' })
  useEffect(() => {
    if (!isWechat) return
    let isHere = true
    void read('message', 'offer', { moment }).then((answer) => {
      if (isHere && answer.ok && answer.data.asks.length > 0) setState({ is: 'open', asks: answer.data.asks })
    })
    return () => void (isHere = false)
  }, [moment])

  const ask = async (): Promise<void> => {
    if (state.is !== 'open') return
    const answers = await askToTell(state.asks)
    if (answers.length === 0) return
    const isYes = answers.some(({ answer }) => answer === 'accept')
    setState({ is: isYes ? 'yes' : 'no' })
    if (!isYes) notify(copy.no)
    const told = { moment, requestId: newRequestId(), answers: [...answers] }
    // a permission that the shop does not know of is one message less, so it is told once more
    const sent = await call('message', 'answered', told)
    if (!sent.ok && sent.fault?.retryable) await call('message', 'answered', told)
  }
  return { is: state.is, ask: () => void ask() }
}
