/** The simulator, loaded after its DOM: built-in tags, the component model, the official WXML compiler, styles. */
import './dom'
import 'miniprogram-simulate'
import jComponent from 'j-component'
import exparser from 'miniprogram-exparser'
import compiler from 'miniprogram-compiler'
import wxss from 'miniprogram-simulate/src/wxss'

/** A node of the component tree, as far as we look into it. */
export type ExparserNode = {
  $$: HTMLElement
  childNodes?: ExparserNode[]
  shadowRoot?: ExparserNode & { querySelectorAll?: (selector: string) => ExparserNode[] }
  _vt?: { attrs: { name: string; value: unknown }[] }
}

export type MountedComponent = {
  dom: HTMLElement
  instance: PageInstance
  _exparserNode: ExparserNode
  attach: (parent: Node) => void
  detach: () => void
}

/** What a page's `this` is in WeChat: its data, its methods and its life cycle. */
export type PageInstance = Record<string, unknown> & {
  route: string
  setData: (data: Record<string, unknown>, done?: () => void) => void
}

type Definition = Record<string, unknown> & { id: string }

export const registerComponent = jComponent.register as unknown as (definition: Definition) => string
export const createComponent = jComponent.create as unknown as (id: string, props?: object) => MountedComponent
export const registerBehavior = (definition: object): string => String(jComponent.behavior(definition))

export const dispatch = (node: ExparserNode, name: string, detail: unknown): void => {
  const extraFields = { touches: [], changedTouches: [] }
  const event = exparser.Event.create(name, detail, { bubbles: true, composed: true, capturePhase: true, extraFields })
  exparser.Event.dispatchEvent(node, event)
}

/** Compiles every WXML file under `dist` with WeChat's own wcc; answers one template a path. */
export const compileTemplates = (dist: string): ((file: string) => unknown) => {
  const makeTemplates = new Function(compiler.wxmlToJs(dist)) as () => (file: string) => unknown
  return makeTemplates()
}

/** There is no layout, so styles only have to be present; 750 rpx are the 375 px of the screen. */
export const insertStyles = (file: string, id: string): void => {
  const css = wxss.getContent(file)
  if (css) wxss.insert([css.replace(/([\d.]+)rpx/g, (_, n: string) => `${Number(n) / 2}px`)], id)
}
