/**
 * WeChat's chat tool (聊天工具, library 3.7.8): one page of ours beside a chat, which may send a card into it and call people
 * there by name. They are known by ids of that chat alone, which say nothing to the shop and never leave the phone.
 */
import type { SaleId } from '@/domain/ids'
import { PAGE_OF, sharePath } from '@/domain/share/link'
import { isWechat, wechat } from './wx'

/** `outside`: the page was opened like any other, so there is no chat to send to. `old`: this WeChat knows no chat tools. */
export type ToolNo = 'cancelled' | 'outside' | 'old' | 'failed'
export type ToolAnswer = 'done' | ToolNo

/** A sale, by the code of a card or by its id. */
export type SaleEntry = { readonly code: string } | { readonly saleId: SaleId }

/** As `app.config.ts` names it. */
const TOOL_PAGE = 'packages/chat-tool/sale/index'

/** The tool's own page of a sale: where everything leads that is sent from it, so that the chat stays with it. */
const toolPath = (entry: SaleEntry): string =>
  `/${TOOL_PAGE}?${'code' in entry ? `c=${entry.code}` : `sale=${entry.saleId}`}`

/** The sale's plain page, where goods are chosen and paid. */
const plainPath = (entry: SaleEntry): string =>
  'code' in entry ? sharePath(entry.code, 'sale') : `/${PAGE_OF.sale}?id=${entry.saleId}`

/** What WeChat's words for a failure mean to a person. */
export const whyNot = (errMsg: string, isOutside: boolean): ToolNo =>
  /cancel/i.test(errMsg) ? 'cancelled' : isOutside ? 'outside' : 'failed'

/** Whether a chat is bound to the page now. */
export const isInChat = (): boolean =>
  isWechat && wechat().canIUse('getApiCategory') && wechat().getApiCategory() === 'chatTool'

export const canOpenChatTool = (): boolean => isWechat && wechat().canIUse('openChatTool')

type Ways<T> = { readonly success: (result: T) => void; readonly fail: (error: { errMsg: string }) => void }
type Asked<T> = { readonly result: T } | { readonly no: ToolNo }

/** Every call of the tool but the one that opens it needs a chat. */
const asked = <T>(name: 'openChatTool' | InChat, ask: (ways: Ways<T>) => void): Promise<Asked<T>> =>
  new Promise((resolve) => {
    if (!isWechat || !wechat().canIUse(name)) return resolve({ no: 'old' })
    const isOutside = name !== 'openChatTool' && !isInChat()
    if (isOutside) return resolve({ no: 'outside' })
    ask({
      success: (result) => resolve({ result }),
      fail: ({ errMsg }) => resolve({ no: whyNot(errMsg, name !== 'openChatTool' && !isInChat()) }),
    })
  })
type InChat = 'shareAppMessageToGroup' | 'selectGroupMembers' | 'notifyGroupMembers'

const answerOf = (said: Asked<unknown>): ToolAnswer => ('no' in said ? said.no : 'done')

/** WeChat asks for a chat and opens the tool beside it. */
export const openChatTool = async (entry: SaleEntry): Promise<ToolAnswer> =>
  answerOf(await asked('openChatTool', (ways) => wechat().openChatTool({ url: toolPath(entry), ...ways })))

export type ToolCard = { readonly title: string; readonly entry: SaleEntry; readonly picture: string | null }

export const sendCard = async ({ title, entry, picture }: ToolCard): Promise<ToolAnswer> => {
  const card = { title, path: toolPath(entry), ...(picture ? { imageUrl: picture } : {}) }
  return answerOf(
    await asked('shareAppMessageToGroup', (ways) => wechat().shareAppMessageToGroup({ ...card, ...ways })),
  )
}

export type Call = {
  /** At most 30 wide, a Chinese character counting twice (see `reminderTitle`). */
  readonly title: string
  readonly entry: SaleEntry
  /** WeChat writes 「@… 请参与：」 or 「@… 请完成：」 before the title. */
  readonly verb: 'participate' | 'complete'
}

/** WeChat's list of the chat's members, then one message that names those who were picked. */
export const callMembers = async ({ title, entry, verb }: Call): Promise<ToolAnswer> => {
  const picked = await asked<{ members: string[] }>('selectGroupMembers', (ways) => wechat().selectGroupMembers(ways))
  if ('no' in picked) return picked.no
  const { members } = picked.result
  if (members.length === 0) return 'cancelled'
  const words = { title, members, entrancePath: toolPath(entry), type: verb }
  return answerOf(await asked('notifyGroupMembers', (ways) => wechat().notifyGroupMembers({ ...words, ...ways })))
}

/** Pages lie beneath the tool's own. */
export const canGoBack = (): boolean => getCurrentPages().length > 1
export const goBack = (): void => void wechat().navigateBack()

/**
 * On to the sale's plain page. From inside a chat WeChat blocks the way to other pages: one leaves the tool by going back
 * and opens the page from there; where nothing lies beneath, starting anew on that page ends the tool as well.
 */
export const leaveForSale = (entry: SaleEntry): void => {
  const url = plainPath(entry)
  const anew = () => void wechat().reLaunch({ url })
  const open = () => void wechat().navigateTo({ url, fail: anew })
  if (!isInChat()) return open()
  if (!canGoBack()) return anew()
  wechat().navigateBack({ success: open, fail: anew })
}
