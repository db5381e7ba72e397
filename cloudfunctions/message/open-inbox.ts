import type { InboxMessage, message as contract } from '@/contract/message'
import { isId } from '@/domain/ids'
import { ok } from '@/domain/result'
import { epochMs } from '@/domain/time'
import type { UseCase } from '../runtime/serve'
import { markRead, readInbox } from './inbox.sql'

const PAGE = 20

export const openInbox: UseCase<typeof contract.inbox> = async (deps, { memberId }, { cursor }) => {
  const before = isId('msg', cursor) ? cursor : null
  const { unread, messages } = await readInbox(deps, memberId, before, PAGE + 1)
  const items = messages.slice(0, PAGE).map((one) => ({ ...one, at: epochMs(one.at) }) as InboxMessage)
  return ok({ items, next: messages.length > PAGE ? (items.at(-1)?.id ?? null) : null, unread })
}

export const read: UseCase<typeof contract.read> = async (deps, { memberId }, { id }) =>
  ok({ unread: await markRead(deps, memberId, id ?? null) })
