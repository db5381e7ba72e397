/** A screen: top bar 56 with title, aside and actions; below it the canvas. */
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import './page.css'

type Props = {
  title: string
  aside?: ReactNode
  actions?: ReactNode
  /** The canvas ends at the window's foot and its cards scroll inside. */
  fixed?: boolean
  children: ReactNode
}

export const Page = ({ title, aside, actions, fixed = false, children }: Props) => {
  useEffect(() => {
    document.title = `${title} · 圈集`
  }, [title])
  return (
    <div className={`page${fixed ? ' is-fixed' : ''}`}>
      <header className="page__bar">
        <h1 className="page__title">{title}</h1>
        {aside && <div className="page__aside">{aside}</div>}
        <div className="page__actions">{actions}</div>
      </header>
      <main className="page__canvas">{children}</main>
    </div>
  )
}

type CardProps = {
  title?: string
  aside?: ReactNode
  action?: ReactNode
  /** The body reaches the edges: tables and lists. */
  flush?: boolean
  className?: string
  children: ReactNode
}

export const Card = ({ title, aside, action, flush = false, className = '', children }: CardProps) => (
  <section className={`card${flush ? ' is-flush' : ''} ${className}`}>
    {(title || action) && (
      <header className="card__head">
        {title && <h2 className="card__title">{title}</h2>}
        {aside && <span className="aside">{aside}</span>}
        {action && <span className="card__action">{action}</span>}
      </header>
    )}
    <div className="card__body">{children}</div>
  </section>
)

/** Work beside side: fluid + `side` px; the side drops under the work below 1280. */
export const Columns = ({ side, children }: { side: number; children: ReactNode }) => (
  <div className="columns" style={{ ['--side' as string]: `${side}px` }}>
    {children}
  </div>
)
