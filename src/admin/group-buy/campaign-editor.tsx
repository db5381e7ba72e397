/** A campaign on one screen: what is promised at the left; what must be mended, what the shopper sees and what it brought at the right. */
import type { CampaignView } from '@/contract/staff-group-buy'
import { Link } from 'react-router-dom'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { UnsavedGuard } from '../parts/unsaved-guard'
import { CampaignActs } from './campaign-acts'
import { ChecksCard } from './checks-card'
import { campaignState, copy } from './copy'
import { checkDraft, saveInput } from './draft'
import type { Draft } from './draft'
import { copy as words } from './editor-copy'
import { NumbersCard } from './numbers-card'
import { OpenGroupsNotice } from './open-groups-notice'
import { PreviewCard } from './preview-card'
import { PriceRows } from './price-rows'
import { TermsFields } from './terms-fields'
import { useCampaignActs } from './use-campaign-acts'
import { useCampaignDraft } from './use-campaign-draft'
import { Card } from '../parts/page'
import '../parts/deal.css'
import './editor.css'

type Props = { campaign: CampaignView | null; model: CampaignView | null }

/** SKUs of the chosen product: the campaign's own where it is the same, else as the shop has them. */
const useSkus = ({ productId }: Draft, campaign: CampaignView | null) => {
  const isOwn = campaign !== null && campaign.product.id === productId
  const isOff = isOwn || productId === null
  const { data } = useCloud(
    'staff-group-buy',
    'skusOf',
    { productId: productId as NonNullable<typeof productId> },
    { isOff },
  )
  if (isOwn) return { skus: campaign.skus, product: campaign.product }
  return { skus: isOff || !data ? [] : data.skus, product: isOff || !data ? null : data }
}

export const CampaignEditor = ({ campaign, model }: Props) => {
  const { base, kept, draft, setDraft, changes, start } = useCampaignDraft(campaign, model)
  const can = useCan()
  const { skus, product } = useSkus(draft, campaign ?? base)
  const acts = useCampaignActs({ isNew: campaign === null, onSaved: start })
  const checked = checkDraft(draft, skus)
  const problems = checked.terms.length + checked.prices.length
  const now = campaign ?? base
  const isOpen = (!now || now.acts.includes('edit')) && can('campaign.write')

  return (
    <Page
      title={kept.name || words.newTitle}
      aside={
        <>
          <span>
            <Link to="/campaigns/group-buy">
              {copy.crumb} / {copy.title}
            </Link>
          </span>
          <StateTag {...campaignState(now?.status ?? 'draft', now?.phase ?? 'before')} />
        </>
      }
      actions={
        can('campaign.write') && (
          <CampaignActs
            campaign={now}
            input={problems === 0 ? saveInput(draft, base) : null}
            changes={changes}
            problem={checked.missing ?? (problems > 0 ? words.mend(problems) : null)}
            acts={acts}
          />
        )
      }
    >
      <div className="campaign">
        <Card title={words.form.title} className="campaign__form">
          {now && now.status !== 'draft' && <OpenGroupsNotice campaign={now} />}
          <fieldset disabled={!isOpen} className="campaign__fields">
            <TermsFields
              draft={draft}
              fixedProduct={now && now.status !== 'draft' ? now.product : null}
              isOff={!isOpen}
              problems={checked.terms}
              onDraft={setDraft}
            />
            <PriceRows draft={draft} kept={kept} skus={skus} problems={checked.prices} onDraft={setDraft} />
          </fieldset>
        </Card>
        <div className="campaign__side">
          {isOpen && <ChecksCard draft={draft} skus={skus} checked={checked} onDraft={setDraft} />}
          <PreviewCard draft={draft} skus={skus} product={product} />
          <NumbersCard campaign={now} />
        </div>
      </div>
      <UnsavedGuard isUnsaved={isOpen && changes > 0 && !acts.isBusy} />
    </Page>
  )
}
