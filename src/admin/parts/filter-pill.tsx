/** One filter over a table: its name, its value, and what to choose from. */
import { Dropdown } from 'antd'
import { Icon } from './icon'
import { copy } from './copy'
import './filter-pill.css'

export type Choice = { value: string; label: string }

type Props = {
  name: string
  /** An empty string is "all". */
  value: string
  choices: readonly Choice[]
  onChange: (value: string) => void
  /** There is always a value: no "all", no cross. */
  isRequired?: boolean
}

export const FilterPill = ({ name, value, choices, onChange, isRequired = false }: Props) => {
  const chosen = choices.find((choice) => choice.value === value)
  const items = (isRequired ? choices : [{ value: '', label: copy.all }, ...choices]).map((choice) => ({
    key: choice.value,
    label: choice.label,
  }))
  return (
    <span className={`filter-pill${chosen ? ' is-set' : ''}`}>
      <Dropdown
        trigger={['click']}
        menu={{ items, selectedKeys: [value], onClick: ({ key }) => onChange(key), style: { maxHeight: 320 } }}
      >
        <button type="button" className="filter-pill__face">
          <span className="filter-pill__name">{name}</span>
          <span className="filter-pill__value">{chosen?.label ?? copy.all}</span>
          {(!chosen || isRequired) && <Icon name="down" size={12} />}
        </button>
      </Dropdown>
      {chosen && !isRequired && (
        <button type="button" className="filter-pill__clear" aria-label={copy.clear} onClick={() => onChange('')}>
          <Icon name="close" size={11} />
        </button>
      )}
    </span>
  )
}

type TextProps = { name: string; value: string; onChange: (value: string) => void }

/** Words one looks for; sent on Enter or when the field is left. */
export const TextPill = ({ name, value, onChange }: TextProps) => (
  <span className={`filter-pill${value ? ' is-set' : ''}`}>
    <label className="filter-pill__face">
      <span className="filter-pill__name">{name}</span>
      <input
        key={value}
        className="filter-pill__text"
        defaultValue={value}
        maxLength={40}
        onBlur={(event) => {
          if (event.target.value.trim() !== value) onChange(event.target.value.trim())
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur()
        }}
      />
    </label>
    {value && (
      <button type="button" className="filter-pill__clear" aria-label={copy.clear} onClick={() => onChange('')}>
        <Icon name="close" size={11} />
      </button>
    )}
  </span>
)
