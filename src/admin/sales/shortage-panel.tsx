/** One product that came short: the stated policy with what it does to each place and order, the other one beside it, and the button. */
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'antd'
import type { ShortageView } from '@/contract/leader'
import type { StaffSaleView } from '@/contract/staff-sale'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { ConfirmOnce } from '../parts/confirm-once'
import { dueText, hourText } from '../parts/hour-text'
import { Money, moneyText } from '../parts/money'
import { Picture } from '../parts/picture'
import { StateTag } from '../parts/state-cell'
import { useNow } from '../parts/use-now'
import { fen } from '@/domain/money'
import { CutList } from './cut-list'
import { placeName } from './places'
import { allocateRefusals, copy, policyNames } from './shortage-copy'

type Props = { sale: StaffSaleView; shortage: ShortageView }
type Outline = ShortageView['outlines'][number]

export const ShortagePanel = ({ sale, shortage }: Props) => {
  const { policy, decided, outlines } = shortage
  const stated = decided?.policy ?? policy
  const [looked, setLooked] = useState(stated)
  const outline = outlines.find((one) => one.policy === looked) ?? outlines[0]
  if (!outline) return null
  const shown = decided ? outlines.filter((one) => one.policy === decided.policy) : outlines
  return (
    <section className="card shortage">
      <Head sale={sale} shortage={shortage} />
      <div className="shortage__body">
        <div className="shortage__policies" role="radiogroup" aria-label={copy.stated}>
          {[...shown]
            .sort((a, b) => Number(b.policy === stated) - Number(a.policy === stated))
            .map((one) => (
              <PolicyCard
                key={one.policy}
                outline={one}
                shortage={shortage}
                isStated={one.policy === stated}
                isLooked={one.policy === outline.policy}
                onLook={() => setLooked(one.policy)}
              />
            ))}
        </div>
        <Places sale={sale} outline={outline} />
        <CutList sale={sale} outline={outline} isStated={outline.policy === stated} isDone={decided !== null} />
      </div>
      <Foot sale={sale} shortage={shortage} outline={outline} isStated={outline.policy === stated} />
    </section>
  )
}

const Head = ({ sale, shortage: { title, picture, sold, received, decided } }: Props) => {
  const now = useNow()
  return (
    <header className="shortage__head">
      <Picture picture={picture} size={46} />
      <div>
        <h2>{copy.title(title, Math.max(0, sold - received))}</h2>
        <span className="aside">{copy.facts(sold, received, hourText(sale.handOverFromAt))}</span>
      </div>
      {decided && (
        <span className="shortage__decided">
          <StateTag tone="done" text={copy.decidedTag} />
          <span className="second">{dueText(decided.at, now)}</span>
        </span>
      )}
    </header>
  )
}

type CardProps = {
  outline: Outline
  shortage: ShortageView
  isStated: boolean
  isLooked: boolean
  onLook: () => void
}

const PolicyCard = ({ outline, shortage: { sold, received }, isStated, isLooked, onLook }: CardProps) => (
  <button
    type="button"
    role="radio"
    aria-checked={isLooked}
    className={`policy${isLooked ? ' is-looked' : ''}`}
    onClick={onLook}
  >
    <i className="policy__mark" aria-hidden />
    <span>
      <b>{policyNames[outline.policy]}</b>
      <span className="aside">
        {copy.outlines[outline.policy](outline.orders, `${Math.round((received / Math.max(1, sold)) * 100)}%`)}
      </span>
    </span>
    {isStated && <em className="policy__stated">{copy.stated}</em>}
  </button>
)

const Places = ({ sale, outline }: { sale: StaffSaleView; outline: Outline }) => (
  <dl className="shortage__places">
    {sale.rollUp.places.map(({ place }) => {
      const { sold = 0, got = 0 } = outline.places.find((one) => one.place === place) ?? {}
      const [whole, of] = copy.got(got, sold)
      return (
        <div key={place ?? 'home'}>
          <dt>{placeName(sale.rollUp.pickupPoints, place).name}</dt>
          <dd>
            <b>{whole}</b>
            {of}
          </dd>
        </div>
      )
    })}
  </dl>
)

const Foot = ({ sale, shortage, outline, isStated }: Props & { outline: Outline; isStated: boolean }) => {
  const can = useCan()
  const allocating = useAct('staff-sale', 'allocate', allocateRefusals, {
    done: copy.done,
    touches: ['staff-order', 'staff-commission'],
  })
  const { refundFen, commissionFen, orders, policy } = outline
  const input = { saleId: sale.id, skuId: shortage.skuId, refundFen }
  return (
    <footer className="shortage__foot">
      <dl>
        <Sum name={copy.refunds} note={copy.refundsNote}>
          <Money amount={fen(-refundFen)} />
        </Sum>
        <Sum name={copy.commission}>
          <Money amount={fen(-commissionFen)} weight={500} />
        </Sum>
        <Sum name={copy.messages} note={copy.messagesNote}>
          {copy.people(orders)}
        </Sum>
      </dl>
      {shortage.decided === null && !isStated && <p className="shortage__aside">{copy.other}</p>}
      {shortage.decided === null && isStated && !can('order.refund') && (
        <p className="shortage__aside">{copy.notYet}</p>
      )}
      {shortage.decided === null && isStated && can('order.refund') && (
        <ConfirmOnce title={copy.sure(orders)} note={copy.note} act={copy.sureAct} onSure={() => allocating.run(input)}>
          <Button type="primary" block loading={allocating.isBusy}>
            {copy.act(policy, moneyText(refundFen))}
          </Button>
        </ConfirmOnce>
      )}
    </footer>
  )
}

const Sum = ({ name, note, children }: { name: string; note?: string; children: ReactNode }) => (
  <div>
    <dt>
      {name}
      {note && <span className="aside">{note}</span>}
    </dt>
    <dd>{children}</dd>
  </div>
)
