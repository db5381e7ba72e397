/** The price from the shelf to what was paid, with the rule that gave or missed each step. */
import { timesFen } from '@/domain/money'
import type { Fen } from '@/domain/money'
import { Money, moneyText } from '../parts/money'
import { Picture } from '../parts/picture'
import { copy, stepText, unitPriceNames } from './detail-copy'
import type { Order } from './order-head'

export const PriceExplained = ({ order }: { order: Order }) => (
  <section>
    <h3 className="order-drawer__title">{copy.priceTitle}</h3>
    <ul className="price-lines">
      {order.lines.map((line) => (
        <PriceLine key={line.id} line={line} quoted={order.quote.lines.find(({ skuId }) => skuId === line.skuId)} />
      ))}
    </ul>
    <PriceSteps order={order} />
  </section>
)

type LineProps = { line: Order['lines'][number]; quoted: Order['quote']['lines'][number] | undefined }

const PriceLine = ({ line, quoted }: LineProps) => {
  const unit = moneyText(line.unitPriceFen)
  const rule = quoted && quoted.originalUnitFen !== line.unitPriceFen ? quoted.unitPriceRule : 'sale'
  const done = [
    line.shippedQuantity > 0 && copy.shipped(line.shippedQuantity, line.quantity),
    line.refundedQuantity > 0 && copy.refunded(line.refundedQuantity, moneyText(line.refundedFen)),
  ].filter(Boolean)
  return (
    <li>
      <Picture picture={line.picture} size={38} />
      <span className="price-lines__what">
        {line.title} {line.options.join(' ')} <span className="aside">×{line.quantity}</span>
        <span className="price-lines__note">
          {quoted && rule !== 'sale'
            ? copy.unitOff(unitPriceNames[`${rule}-price`], unit, moneyText(quoted.originalUnitFen))
            : copy.unitSale(unit)}
          {done.length > 0 && <b> · {done.join(' · ')}</b>}
        </span>
      </span>
      <span className="right">
        <Money amount={quoted ? timesOf(quoted) : line.paidFen} />
        {quoted && timesOf(quoted) !== line.paidFen && (
          <span className="price-lines__note">{copy.sharePaid(moneyText(line.paidFen))}</span>
        )}
      </span>
    </li>
  )
}

const timesOf = ({ unitPriceFen, quantity }: Order['quote']['lines'][number]): Fen => timesFen(unitPriceFen, quantity)

const PriceSteps = ({ order }: { order: Order }) => {
  const steps = order.quote.steps.map((step) => ({ step, ...stepText(step) }))
  const unused = steps.flatMap((step) => (step.unused ? [step.unused] : []))
  const isPaid = order.money !== 'unpaid'
  return (
    <div className="price-steps">
      {steps.map(({ step, name, note }) => (
        <p key={'id' in step ? step.id : step.kind}>
          <span>
            {name} {note && <span className="aside">{note}</span>}
          </span>
          <span className={step.amountFen < 0 ? 'price-steps__off' : ''}>{moneyText(step.amountFen)}</span>
        </p>
      ))}
      <p className="price-steps__total">
        <span>{isPaid ? copy.total : copy.toPay}</span>
        <Money amount={isPaid ? order.paidFen : order.totalFen} />
      </p>
      {order.refundedFen > 0 && (
        <p>
          <span>{copy.refundedTotal}</span>
          <span>−{moneyText(order.refundedFen)}</span>
        </p>
      )}
      {unused.length > 0 && <p className="price-steps__unused aside">{unused.join('；')}</p>}
    </div>
  )
}
