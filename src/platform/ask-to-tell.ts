/**
 * WeChat's own sheet that asks whether the shop may send messages. It opens only from a tap (or a payment's end), so the
 * templates must be known before. On the web there is none: what is told stands in the inbox.
 */
import type { Ask } from '@/contract/message'
import type { MessageTemplate } from '@/domain/message/kinds'
import { askAnswers, type AskAnswer } from '@/domain/message/permit'
import { isWechat, wechat } from './wx'

export type Answered = { readonly template: MessageTemplate; readonly answer: AskAnswer }

/** Somebody who has switched off all messages of the mini program. */
const ALL_OFF = 20004

/** Empty where the sheet could not be shown: then nobody has said anything. */
export const askToTell = (asks: readonly Ask[]): Promise<readonly Answered[]> => {
  if (!isWechat || asks.length === 0) return Promise.resolve([])
  return new Promise((resolve) => {
    wechat().requestSubscribeMessage({
      tmplIds: asks.map(({ templateId }) => templateId),
      success: (said) =>
        resolve(
          asks.flatMap(({ template, templateId }) => {
            const answer = answerOf(said[templateId])
            return answer ? [{ template, answer }] : []
          }),
        ),
      fail: ({ errCode }) =>
        resolve(errCode === ALL_OFF ? asks.map(({ template }) => ({ template, answer: 'off' as const })) : []),
    })
  })
}

/** `acceptWithAudio` and its like are a yes too. */
const answerOf = (said: string | undefined): AskAnswer | null =>
  said?.startsWith('accept') ? 'accept' : (askAnswers.find((answer) => answer === said) ?? null)
