import { Button, Checkbox, Select } from 'antd'
import type { DeliveryArea } from '@/domain/delivery/template'
import { ZERO } from '@/domain/money'
import { Icon } from '../parts/icon'
import { YuanField } from '../parts/yuan-field'
import { copy } from './copy'
import './delivery.css'

const words = copy.form

type Props = { areas: readonly DeliveryArea[]; onChange: (areas: readonly DeliveryArea[]) => void }

export const AreaFields = ({ areas, onChange }: Props) => (
  <section className="area-fields">
    <h3>
      {words.areas} <span className="aside">{words.areasNote}</span>
    </h3>
    <ul>
      {areas.map((area, at) => (
        <li key={at}>
          <AreaRow
            area={area}
            onChange={(values) => onChange(areas.map((old, place) => (place === at ? { ...old, ...values } : old)))}
          />
          <Button
            type="text"
            aria-label={words.removeArea}
            icon={<Icon name="close" size={13} />}
            onClick={() => onChange(areas.filter((_, place) => place !== at))}
          />
        </li>
      ))}
    </ul>
    <Button onClick={() => onChange([...areas, { names: [], feeFen: ZERO, freeOverFen: null }])}>
      {words.addArea}
    </Button>
  </section>
)

const AreaRow = ({ area, onChange }: { area: DeliveryArea; onChange: (values: Partial<DeliveryArea>) => void }) => {
  const isNever = area.feeFen === null
  return (
    <>
      <Select<string[]>
        mode="tags"
        open={false}
        suffixIcon={null}
        value={[...area.names]}
        placeholder={words.areaNamesHint}
        aria-label={words.areaNames}
        onChange={(names) => onChange({ names: names.map((name) => name.trim()).filter(Boolean) })}
      />
      <YuanField
        label={words.fee}
        placeholder={words.fee}
        disabled={isNever}
        value={area.feeFen}
        onChange={(feeFen) => onChange({ feeFen: feeFen ?? ZERO })}
      />
      <YuanField
        label={words.freeOver}
        placeholder={words.freeOver}
        disabled={isNever}
        value={area.freeOverFen}
        onChange={(freeOverFen) => onChange({ freeOverFen: freeOverFen || null })}
      />
      <Checkbox
        checked={isNever}
        onChange={({ target }) => onChange({ feeFen: target.checked ? null : ZERO, freeOverFen: null })}
      >
        {words.never}
      </Checkbox>
    </>
  )
}
