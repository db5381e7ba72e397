/**
 * The simulator draws into a DOM. It gets one of its own inside plain Node, so that the functions, the database driver
 * and everything else around it keep the real `Buffer`, `fetch` and timers. Import this file before the simulator.
 */
import { JSDOM } from 'jsdom'

const NEEDED = [
  'document',
  'HTMLElement',
  'Element',
  'Node',
  'Event',
  'CustomEvent',
  'TouchEvent',
  'navigator',
] as const

const { window } = new JSDOM('<!doctype html><html><head></head><body></body></html>')
for (const name of NEEDED) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
}
// The version is what wcc's generated code asks the view layer for.
Object.assign(globalThis, { window: Object.assign(window, { __webview_engine_version__: 0.02 }) })
