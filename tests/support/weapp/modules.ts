/** The module system of the app service: `require` inside the package, and no browser or Node global in sight. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Also what Node and browsers have and the app service lacks: code that relies on `URL` fails here as it does on a phone. */
const HIDDEN =
  `window document navigator location history frames self parent top localStorage sessionStorage XMLHttpRequest
  fetch MutationObserver IntersectionObserver ResizeObserver HTMLElement Element Node Image Event CustomEvent EventTarget
  WebSocket Worker indexedDB customElements process Buffer setImmediate clearImmediate performance URL URLSearchParams
  TextEncoder TextDecoder AbortController AbortSignal Headers Request Response FormData Blob File MessageChannel
  MessagePort BroadcastChannel crypto structuredClone queueMicrotask atob btoa`.split(/\s+/)

const hidden = new Set<string | symbol>(HIDDEN)

/** `globalThis` as mini-program code may see it: the language and the mini-program API, nothing of the host. */
const sandbox: object = new Proxy(globalThis, {
  get: (target, name) => (hidden.has(name) ? undefined : (target as Record<string | symbol, unknown>)[name]),
  has: (target, name) => !hidden.has(name) && name in target,
})

type Module = { exports: unknown }
type Compiled = (require: (id: string) => unknown, module: Module, exports: unknown, global: object) => void

/** Answers `run(file)`: executes a file of the package once and returns its exports. */
export const createModules = (dist: string): ((file: string) => unknown) => {
  const loaded = new Map<string, Module>()

  const resolve = (from: string, id: string): string => {
    const file = id.startsWith('/') ? path.join(dist, id) : path.resolve(path.dirname(from), id)
    return !file.endsWith('.js') && existsSync(`${file}.js`) ? `${file}.js` : file
  }

  const run = (file: string): unknown => {
    const known = loaded.get(file)
    if (known) return known.exports
    const module: Module = { exports: {} }
    loaded.set(file, module)
    const code = `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`
    const compiled = new Function('require', 'module', 'exports', 'globalThis', ...HIDDEN, code) as Compiled
    compiled.call(undefined, (id) => run(resolve(file, id)), module, module.exports, sandbox)
    return module.exports
  }
  return run
}
