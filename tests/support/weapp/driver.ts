/** The hands and eyes of a test on one mounted page or component. */
import { dispatch } from './engine'
import type { ExparserNode, MountedComponent } from './engine'

export type Driver = {
  all: (selector: string) => ExparserNode[]
  has: (selector: string) => boolean
  /** All text of the page, or of the first match. */
  text: (selector?: string) => string
  attr: (selector: string, name: string) => unknown
  emit: (selector: string, event: string, detail?: object) => Promise<void>
  tap: (selector: string) => Promise<void>
  /** Taps the innermost element whose own text contains `words`, the way a shopper finds a button. */
  tapText: (words: string) => Promise<void>
  input: (selector: string, value: string) => Promise<void>
  /** Calls a life-cycle method such as `onReachBottom` and answers what it answered. */
  life: (name: string, argument?: object) => Promise<unknown>
}

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Depth first through shadow trees: Taro nests a component past 16 levels, and a native component has its own root. */
const walk = (node: ExparserNode, visit: (node: ExparserNode) => void): void => {
  visit(node)
  if (node.shadowRoot) walk(node.shadowRoot, visit)
  for (const child of node.childNodes ?? []) walk(child, visit)
}

export const createDriver = (mounted: MountedComponent, settle: () => Promise<void>): Driver => {
  const root = mounted._exparserNode

  const all = (selector: string): ExparserNode[] => {
    const found = new Set<ExparserNode>()
    walk(root, (node) => node.shadowRoot?.querySelectorAll?.(selector).forEach((match) => found.add(match)))
    return [...found]
  }
  const first = (selector: string): ExparserNode => {
    const [match] = all(selector)
    if (!match) throw new Error(`nothing on this page matches ${selector}`)
    return match
  }
  const withText = (words: string): ExparserNode => {
    let innermost: ExparserNode | undefined
    walk(root, (node) => {
      const isElement = node._vt && node.$$ && node.$$.textContent?.includes(words)
      if (isElement && (!innermost || innermost.$$.contains(node.$$))) innermost = node
    })
    if (!innermost) throw new Error(`nothing on this page says ${words}`)
    return innermost
  }
  const send = async (node: ExparserNode, event: string, detail: object = {}): Promise<void> => {
    dispatch(node, event, detail)
    await settle()
  }

  return {
    all,
    has: (selector) => all(selector).length > 0,
    text: (selector) => (selector ? first(selector).$$ : mounted.dom).textContent ?? '',
    attr: (selector, name) => first(selector)._vt?.attrs.find((attr) => camel(attr.name) === camel(name))?.value,
    emit: (selector, event, detail) => send(first(selector), event, detail),
    tap: (selector) => send(first(selector), 'tap', { x: 0, y: 0 }),
    tapText: (words) => send(withText(words), 'tap', { x: 0, y: 0 }),
    input: (selector, value) => send(first(selector), 'input', { value, cursor: value.length }),
    life: async (name, argument) => {
      const method = mounted.instance[name]
      const answer: unknown = typeof method === 'function' ? method.call(mounted.instance, argument) : undefined
      await settle()
      return answer
    },
  }
}
