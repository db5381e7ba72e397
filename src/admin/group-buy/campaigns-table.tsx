import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { CampaignRow } from '@/contract/staff-group-buy'
import type { GroupCampaignId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { useCan } from '../cloud/session'
import { countText, percentText } from '../parts/count-text'
import { Money, moneyText } from '../parts/money'
import { opensByClick } from '../parts/opening-row'
import { Picture } from '../parts/picture'
import { StateTag } from '../parts/state-cell'
import { campaignState, copy, sizeText, thresholdText } from './copy'
import { ShareBar } from './share-bar'

const words = copy.columns
const columns: TableColumnsType<CampaignRow> = [
  {
    title: words.campaign,
    ellipsis: true,
    render: (_, { name, product }) => (
      <span className="group-buy__goods">
        <Picture picture={product.picture} size={38} />
        <span className="group-buy__name">
          {name}
          <span className="second">{product.title}</span>
        </span>
      </span>
    ),
  },
  { title: words.state, width: 96, render: (_, { status, phase }) => <StateTag {...campaignState(status, phase)} /> },
  {
    title: words.size,
    width: 118,
    render: (_, { size, minSize }) => (
      <>
        {sizeText(size)}
        <span className="second">{thresholdText(minSize)}</span>
      </>
    ),
  },
  {
    title: words.price,
    width: 110,
    align: 'right',
    render: (_, { priceFromFen, salePriceFromFen }) => (
      <>
        <Money amount={priceFromFen} />
        <span className="second">{copy.salePrice(moneyText(salePriceFromFen))}</span>
      </>
    ),
  },
  {
    title: words.days,
    width: 118,
    render: (_, { startsAt, endsAt }) => (
      <>
        {minuteText(startsAt)}
        <span className="second">{copy.until(minuteText(endsAt))}</span>
      </>
    ),
  },
  {
    title: words.open,
    width: 84,
    align: 'right',
    render: (_, { openGroups }) =>
      openGroups > 0 ? <b>{countText(openGroups)}</b> : <span className="group-buy__none">—</span>,
  },
  {
    title: words.filled,
    width: 116,
    align: 'right',
    // of those that are over: what still fills is neither
    render: (_, { filled, opened, openGroups }) => (
      <>
        {countText(filled)} / {countText(opened)}
        {opened > openGroups && (
          <span className="second">{copy.filledRate(percentText(filled / (opened - openGroups)))}</span>
        )}
      </>
    ),
  },
  {
    title: words.share,
    width: 128,
    render: (_, { taken, stockShare }) => <ShareBar taken={taken} share={stockShare} />,
  },
]

type Props = { rows: readonly CampaignRow[]; onOpen: (id: GroupCampaignId) => void }

export const CampaignsTable = ({ rows, onOpen }: Props) => {
  const can = useCan()
  return (
    <Table<CampaignRow>
      size="small"
      rowKey="id"
      sticky
      pagination={false}
      dataSource={[...rows]}
      columns={[
        ...columns,
        {
          width: 76,
          align: 'right',
          render: (_, { id, acts }) => (
            <Button size="small" onClick={() => onOpen(id)}>
              {acts.includes('edit') && can('campaign.write') ? copy.edit : copy.see}
            </Button>
          ),
        },
      ]}
      onRow={({ id }) => opensByClick(() => onOpen(id))}
    />
  )
}
