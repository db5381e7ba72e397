import { useState } from 'react'
import { Button, Segmented } from 'antd'
import { Link } from 'react-router-dom'
import type { CallOutput } from '@/contract/index'
import { Clock } from '../parts/clock'
import { hourText } from '../parts/hour-text'
import { Icon } from '../parts/icon'
import type { IconName } from '../parts/icon'
import { Card } from '../parts/page'
import { Empty } from '../parts/states'
import type { Tone } from '../theme'
import { HOUR, epochMs } from '@/domain/time'
import { copy, todoText } from './copy'
import type { TodoKind } from './copy'

type Todo = CallOutput<'staff-order', 'today'>['todos'][number]
type Side = 'all' | 'mine' | 'system'

const words = copy.todos

const looks = {
  ship: { icon: 'send', tone: 'todo', to: '/orders?tab=to-ship' },
  'make-ready': { icon: 'box', tone: 'todo', to: '/orders?tab=to-ship&delivery=pickup' },
  'low-stock': { icon: 'warn', tone: 'todo', to: '/stock?low=1' },
  'dead-letter': { icon: 'outbox', tone: 'late', to: '/outbox?tab=dead' },
  'group-refund': { icon: 'retry', tone: 'late', to: '/campaigns/group-buy/refunds?tab=failed' },
  'refund-retry': { icon: 'retry', tone: 'doing', to: '/orders?tab=refunding' },
} as const satisfies Record<TodoKind, { icon: IconName; tone: Tone; to: string }>

const isSystem = (todo: Todo): boolean => todo.kind === 'refund-retry'

export const Todos = ({ todos }: { todos: readonly Todo[] }) => {
  const [side, setSide] = useState<Side>('all')
  const system = todos.filter(isSystem)
  const mine = todos.filter((todo) => !isSystem(todo))
  const shown = { all: todos, mine, system }[side]
  return (
    <Card
      title={words.title}
      aside={words.aside}
      flush
      action={
        <Segmented<Side>
          size="small"
          value={side}
          onChange={setSide}
          options={[
            { value: 'all', label: words.all(todos.length) },
            { value: 'mine', label: words.mine(mine.length) },
            { value: 'system', label: words.system(system.length) },
          ]}
        />
      }
    >
      {shown.length === 0 && <Empty icon="check" title={words.none} note={words.noneNote} />}
      <ul className="todos">
        {shown.map((todo, place) => (
          <TodoRow key={todo.kind + place} todo={todo} isMostUrgent={todo === mine[0]} />
        ))}
      </ul>
    </Card>
  )
}

const TodoRow = ({ todo, isMostUrgent }: { todo: Todo; isMostUrgent: boolean }) => {
  const { icon, tone, to } = looks[todo.kind]
  const { title, note, act } = todoText(todo)
  return (
    <li className="todos__row">
      <span className={`todos__icon tone-${tone}`}>
        <Icon name={icon} size={17} />
      </span>
      <span className="todos__what">
        <span className="todos__title">{title}</span>
        <span className="todos__note">{note}</span>
      </span>
      <span className="todos__clock">
        <TodoClock todo={todo} />
      </span>
      <Link to={to}>
        <Button type={isMostUrgent ? 'primary' : 'default'} size="small" className="todos__act">
          {act}
        </Button>
      </Link>
    </li>
  )
}

const TodoClock = ({ todo }: { todo: Todo }) => {
  if (todo.kind === 'refund-retry') {
    const startsAt = epochMs(todo.nextTryAt - HOUR)
    return <Clock startsAt={startsAt} endsAt={todo.nextTryAt} bySystem note={words.bySystem} />
  }
  if (todo.kind !== 'ship' && todo.kind !== 'make-ready') return null
  const hours = Math.round((todo.endAt - todo.startAt) / HOUR)
  const note = todo.kind === 'ship' ? words.hours(hours) : words.until(hourText(todo.endAt))
  return <Clock startsAt={todo.startAt} endsAt={todo.endAt} note={note} />
}
