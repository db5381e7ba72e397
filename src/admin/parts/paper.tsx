/** Prints a page of its own from a frame, so that nothing of the screen comes along; the frame goes when printing is over. */
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { ReactNode } from 'react'

export const printPaper = (title: string, sheet: string, content: ReactNode): void => {
  const frame = document.createElement('iframe')
  frame.className = 'paper'
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0'
  document.body.append(frame)
  const { contentWindow: paper, contentDocument: page } = frame
  if (!paper || !page) return
  page.title = title
  const root = createRoot(page.body)
  flushSync(() =>
    root.render(
      <>
        <style>{sheet}</style>
        {content}
      </>,
    ),
  )
  paper.addEventListener('afterprint', () => {
    root.unmount()
    frame.remove()
  })
  paper.print()
}
