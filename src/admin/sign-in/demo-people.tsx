import type { CallOutput } from '@/contract/index'
import { roleNames } from '../frame/copy'
import { Icon } from '../parts/icon'
import { copy } from './copy'

type Person = CallOutput<'staff', 'demoPeople'>['people'][number]

type Props = {
  people: readonly Person[]
  isBusy: boolean
  onChoose: (draft: { username: string; password: string }) => void
}

export const DemoPeople = ({ people, isBusy, onChoose }: Props) => (
  <section className="demo-people">
    <h2 className="demo-people__head aside">{copy.demo}</h2>
    <ul className="demo-people__list">
      {people.map(({ name, role, username, password }) => (
        <li key={username}>
          <button
            type="button"
            className="demo-people__person"
            disabled={isBusy}
            onClick={() => onChoose({ username, password })}
          >
            <span className="demo-people__face">{name.slice(0, 1)}</span>
            <span className="demo-people__name">{name}</span>
            <span className="aside">{roleNames[role]}</span>
            <Icon name="send" size={14} />
          </button>
        </li>
      ))}
    </ul>
  </section>
)
