/** What came of a code, large enough to be read over a counter. */
import { Button } from 'antd'
import type { StaffOrderRow } from '@/contract/staff-order'
import { useCloud } from '../cloud/use-cloud'
import { Icon } from '../parts/icon'
import { shortNumberText } from '../parts/order-number'
import { Picture, PictureStack } from '../parts/picture'
import { copy } from './copy'
import { titleOf, type Stage } from './use-pickup'

type Props = {
  stage: Exclude<Stage, { kind: 'ready' }>
  onHandOver: (order: StaffOrderRow) => void
  onNext: () => void
  onAgain: (code: string) => void
}

export const Result = ({ stage, onHandOver, onNext, onAgain }: Props) => {
  switch (stage.kind) {
    case 'looking':
      return (
        <p className="scan__looking" role="status">
          {copy.looking}
        </p>
      )
    case 'found':
      return (
        <section className="scan__found" aria-live="polite">
          <h2>{copy.found(stage.orders.length)}</h2>
          {stage.orders.map((order) => (
            <Found key={order.id} order={order} isBusy={stage.isBusy} onHandOver={() => onHandOver(order)} />
          ))}
          <Button size="large" block onClick={onNext}>
            {copy.another}
          </Button>
        </section>
      )
    case 'done':
      return (
        <Verdict tone="done" title={copy.done} note={copy.doneNote(stage.order.buyer, stage.order.pieces)}>
          <Button type="primary" size="large" block autoFocus onClick={onNext}>
            {copy.next}
          </Button>
        </Verdict>
      )
    case 'none':
      return (
        <Verdict tone="todo" title={copy.none(stage.code)} note={copy.noneNote}>
          <Button type="primary" size="large" block onClick={onNext}>
            {copy.another}
          </Button>
        </Verdict>
      )
    case 'trouble':
      return (
        <Verdict tone="late" title={titleOf(stage)} note={stage.isOffline ? copy.offlineNote : stage.text}>
          <Button type="primary" size="large" block onClick={() => onAgain(stage.code)}>
            {copy.again}
          </Button>
          <Button size="large" block onClick={onNext}>
            {copy.another}
          </Button>
        </Verdict>
      )
    default:
      return stage satisfies never
  }
}

type FoundProps = { order: StaffOrderRow; isBusy: boolean; onHandOver: () => void }

const Found = ({ order, isBusy, onHandOver }: FoundProps) => (
  <article className="scan__order">
    <header>
      <b>{order.buyer}</b>
      <span className="aside">{shortNumberText(order.number)}</span>
    </header>
    <Goods order={order} />
    {order.pickupPointName && <p className="aside">{order.pickupPointName}</p>}
    <Button
      type="primary"
      size="large"
      block
      loading={isBusy}
      aria-label={copy.handOverTo(order.buyer)}
      onClick={onHandOver}
    >
      {copy.handOver}
    </Button>
  </article>
)

/** What to put on the counter, line by line; until the lines are there, what the list knew. */
const Goods = ({ order: { id, pictures, firstTitle, pieces } }: { order: StaffOrderRow }) => {
  const { data } = useCloud('staff-order', 'detail', { orderId: id })
  if (!data)
    return (
      <div className="scan__line">
        <PictureStack pictures={pictures} />
        <span>{copy.more(firstTitle, pictures.length)}</span>
        <b>{copy.pieces(pieces)}</b>
      </div>
    )
  const left = data.lines.filter((line) => line.quantity > line.refundedQuantity)
  return (
    <div>
      {left.map((line) => (
        <div className="scan__line" key={line.id}>
          <Picture picture={line.picture} size={44} />
          <span>
            {line.title}
            {line.options.length > 0 && <small className="aside">{line.options.join(' · ')}</small>}
          </span>
          <b>{copy.times(line.quantity - line.refundedQuantity)}</b>
        </div>
      ))}
    </div>
  )
}

const signs = { done: 'check', todo: 'search', late: 'warn' } as const

type VerdictProps = { tone: keyof typeof signs; title: string; note: string; children: React.ReactNode }

const Verdict = ({ tone, title, note, children }: VerdictProps) => (
  <section className={`scan__verdict is-${tone}`} role="alert">
    <span className="scan__sign">
      <Icon name={signs[tone]} size={44} />
    </span>
    <h2>{title}</h2>
    <p>{note}</p>
    {children}
  </section>
)
