/** All that the shop holds of me, collected part by part into one file. */
import { useState } from 'react'
import type { DataExport } from '@/contract/member'
import { read } from '@/platform/call'
import { handOverFile } from '@/platform/hand-over-file'
import { saidOf } from '@/platform/said'
import { asMember } from '@/platform/session'
import { copyText } from '@/platform/share'
import { isWechat } from '@/platform/wx'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

const words = copy.privacy

/** Orders come in parts; everything else comes with the first. Null if it could not be had; then it has been said why. */
const collect = async (): Promise<string | null> => {
  const first = await partAt(null)
  if (!first) return null
  const { next, ...whole } = first
  const orders = listOf(whole.orders)
  for (let cursor = next; cursor;) {
    const part = await partAt(cursor)
    if (!part) return null
    orders.push(...listOf(part.orders))
    cursor = part.next
  }
  return JSON.stringify({ ...whole, orders }, null, 2)
}

const partAt = async (cursor: string | null): Promise<DataExport | null> => {
  const answer = await asMember(() => read('member', 'exportData', cursor ? { cursor } : {}))
  if (answer?.ok) return answer.data
  if (answer) notify(saidOf(answer, refused))
  return null
}

const listOf = (part: unknown): unknown[] => (Array.isArray(part) ? part : [])

export const useExport = () => {
  const [text, setText] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const hand = async (file: string): Promise<void> => {
    if (await handOverFile(words.fileName, file)) return notify(words.exported, 'check')
    notify((await copyText(file)) ? words.exportCopied : words.exportFailed)
  }

  const start = async (): Promise<void> => {
    if (isBusy) return
    setIsBusy(true)
    const file = await collect()
    setIsBusy(false)
    if (!file) return
    // WeChat opens its chat chooser only from a tap, so the file waits for one
    if (isWechat) setText(file)
    else await hand(file)
  }

  return { isBusy, isReady: text !== null, tap: () => void (text ? hand(text) : start()) }
}
