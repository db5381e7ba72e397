/** What a friend sees in the chat, and what the owner sees on the way. */
import type { TemplateRow } from '@/contract/staff-promotion'
import { HELPERS } from '@/domain/assist/card'
import { copy } from './assist-copy'
import type { Draft } from './assist-draft'
import { offerText, thresholdText } from './copy'

type Props = { draft: Draft; reward: TemplateRow | null; helper: TemplateRow | null; instead: TemplateRow | null }

const words = copy.preview
const ROUND = 2 * Math.PI * 26

export const AssistPreview = ({ draft, reward, helper, instead }: Props) => {
  const helpers = Math.min(Math.max(draft.helpers, HELPERS.min), HELPERS.max)
  const helped = Math.max(0, helpers - 2)
  const minutes = Math.max(1, Math.round(draft.lifeMinutes * 0.78))
  const left = [Math.floor(minutes / 60), minutes % 60, 0].map((n) => String(n).padStart(2, '0')).join(':')
  return (
    <section className="assist-preview">
      <h3 className="aside">{words.title(helpers)}</h3>
      <div className="assist-preview__pair">
        <div className="assist-preview__chat">
          <p>{draft.shareTitle || draft.name}</p>
          <div className="assist-preview__ticket">
            <span>{reward && thresholdText(reward.template.thresholdFen)}</span>
            <b>{reward && offerText(reward.template.offer)}</b>
            {helper && <span>{words.you(offerText(helper.template.offer))}</span>}
          </div>
        </div>
        <div className="assist-preview__way">
          <div className="assist-preview__ring">
            <svg viewBox="0 0 64 64" width={64} height={64} aria-hidden>
              <circle cx={32} cy={32} r={26} className="is-track" />
              <circle
                cx={32}
                cy={32}
                r={26}
                className="is-done"
                strokeDasharray={`${(ROUND * helped) / helpers} ${ROUND}`}
                transform="rotate(-90 32 32)"
              />
              <text x={32} y={37} textAnchor="middle">
                {helped}/{helpers}
              </text>
            </svg>
            <span>
              <b>{words.missing(helpers - helped)}</b>
              <span className="second">{words.left(left)}</span>
            </span>
          </div>
          <p>
            {words.honest}
            {instead && <u>{words.instead(instead.template.name)}</u>}
          </p>
        </div>
      </div>
    </section>
  )
}
