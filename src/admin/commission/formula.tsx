/** From the price to the commission, term by term, with the one rounding named; and why it is this leader's. */
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { StatementRowView } from '@/contract/earning'
import { fen, type Fen } from '@/domain/money'
import { rateText } from '../community/copy'
import { moneyText } from '../parts/money'
import { attributionText, copy, exactText } from './statement-copy'

const words = copy.formula

type Term = { name: string; value: string; note: string; sign: '−' | '=' | '×' | null; isResult?: boolean }

export const Formula = ({ row, leader }: { row: StatementRowView; leader: string }) => (
  <div className="formula">
    {row.formula ? (
      <Terms terms={termsOf(row, row.formula)} />
    ) : (
      row.kind === 'claw-back' && <Terms terms={clawTerms(row)} />
    )}
    {row.attribution && <p className="formula__why">{attributionText(row.attribution, leader)}</p>}
  </div>
)

const Terms = ({ terms }: { terms: readonly Term[] }) => (
  <div className="formula__terms">
    {terms.map(({ name, value, note, sign, isResult }, i) => (
      <Fragment key={i}>
        {sign && <span className="formula__sign">{sign}</span>}
        <TermBox name={name} note={note} isResult={isResult ?? false}>
          {value}
        </TermBox>
      </Fragment>
    ))}
  </div>
)

const TermBox = ({
  name,
  note,
  isResult,
  children,
}: {
  name: string
  note: string
  isResult: boolean
  children: ReactNode
}) => (
  <span className={`formula__term${isResult ? ' is-result' : ''}`}>
    <span>{name}</span>
    <b>{children}</b>
    <span>{note}</span>
  </span>
)

const termsOf = (row: StatementRowView, formula: NonNullable<StatementRowView['formula']>): Term[] => {
  const { unitFen, quantity, cuts, refundedFen } = formula
  // a price of its own is where the line starts; the list price is nothing anybody paid from
  const special = cuts.find(({ kind }) => kind in copy.unitPrices)
  const startFen = fen(unitFen * quantity - (special?.amountFen ?? 0))
  return [
    {
      name: special ? (copy.unitPrices[special.kind] ?? words.list) : words.list,
      value: moneyText(startFen),
      note: startFen % quantity === 0 ? words.units(moneyText(fen(startFen / quantity)).slice(1), quantity) : '',
      sign: null,
    },
    ...cuts
      .filter((cut) => cut !== special)
      .map((cut) => off(cut.name ?? copy.cuts[cut.kind] ?? cut.kind, cut.amountFen, words.shared)),
    ...(refundedFen > 0 ? [off(words.refunded, refundedFen, words.refundedNote)] : []),
    { name: words.base, value: moneyText(row.baseFen), note: words.baseNote, sign: '=' },
    ...resultOf(row),
  ]
}

const off = (name: string, amountFen: Fen, note: string): Term => ({
  name,
  value: moneyText(amountFen),
  note,
  sign: '−',
})

const resultOf = ({ rateBp, amountFen, exactMicroYuan, kind }: StatementRowView): Term[] => {
  const exact = exactText(exactMicroYuan)
  return [
    { name: words.rate, value: rateText(rateBp), note: words.rateNote, sign: '×' },
    {
      name: words.amount,
      value: moneyText(amountFen),
      note: kind === 'claw-back' ? '' : exact ? words.exact(exact) : words.whole,
      sign: '=',
      isResult: true,
    },
  ]
}

/** Of what came back after the commission had gone out. */
const clawTerms = (row: StatementRowView): Term[] => [
  { name: words.refunded, value: moneyText(row.baseFen), note: words.baseNote, sign: null },
  ...resultOf(row),
]
