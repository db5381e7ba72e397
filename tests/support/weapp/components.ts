/** `Component()`, `Page()` and `Behavior()`: each file of the package is registered once, with its compiled template. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { insertStyles, registerBehavior, registerComponent } from './engine'
import type { PageInstance } from './engine'
import { bytesOf } from './recorder'
import type { Recorder } from './recorder'

type Lifetimes = Record<string, ((this: PageInstance) => void) | undefined>
type Definition = Record<string, unknown> & { lifetimes?: Lifetimes; options?: object }
type Loading = { id: string; file: string; using: Record<string, string>; tag: string }

export type Registry = {
  /** Registers the component at `file` (no extension, relative to the package) and answers its id. */
  load: (file: string, tag?: string) => string
}

type World = {
  dist: string
  run: (file: string) => unknown
  template: (file: string) => unknown
  recorder: Recorder
  currentRoute: () => string
  /** Turns the argument of `Page()` into a component definition. */
  pageDefinition: (page: Record<string, unknown>) => Definition
}

const readJson = (file: string): { usingComponents?: Record<string, string> } =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { usingComponents?: Record<string, string> }) : {}

/** `parts/price/index` is a price; Taro's own `custom-wrapper` lies at the root and has no folder to be named after. */
const tagOf = (file: string): string => path.basename(file.includes('/') ? path.dirname(file) : file)

/** Every `setData` is counted, also those of Taro's CustomWrapper, which is a component of its own. */
const counted = (definition: Definition, world: World): Definition => {
  const { attached, ...lifetimes } = definition.lifetimes ?? {}
  return {
    ...definition,
    lifetimes: {
      ...lifetimes,
      attached() {
        const setData = this.setData
        this.setData = (data, done) => {
          const route = this.route || world.currentRoute()
          world.recorder.setData.push({ route, bytes: bytesOf(data), keys: Object.keys(data), data })
          setData(data, done)
        }
        attached?.call(this)
      },
    },
  }
}

export const createRegistry = (world: World): Registry => {
  const { dist, run, template } = world
  const ids = new Map<string, string>()
  let loading: Loading | undefined

  const usingOf = (file: string): Record<string, string> => {
    const using = readJson(path.join(dist, `${file}.json`)).usingComponents ?? {}
    const resolved = Object.entries(using).map(([tag, target]) => {
      const local = target.startsWith('/') ? target.slice(1) : path.join(path.dirname(file), target)
      return [tag, existsSync(path.join(dist, `${local}.json`)) ? load(local) : target] as const
    })
    return Object.fromEntries(resolved)
  }

  const load = (file: string, tag = tagOf(file)): string => {
    const known = ids.get(file)
    if (known) return known
    const id = `c${ids.size}_${file.replace(/[^a-z0-9]+/gi, '-')}`
    ids.set(file, id)
    const using = usingOf(file)
    insertStyles(path.join(dist, `${file}.wxss`), id)
    loading = { id, file, using, tag }
    run(path.join(dist, `${file}.js`))
    loading = undefined
    return id
  }

  const Component = (definition: Definition): void => {
    if (!loading) throw new Error('Component() outside of a file that is being loaded')
    const { id, file, using, tag } = loading
    const options = { ...definition.options, classPrefix: '' }
    const place = { id, path: `/${file}`, template: template(`${file}.wxml`), usingComponents: using, tagName: tag }
    registerComponent({ ...counted(definition, world), ...place, options })
  }

  Object.assign(globalThis, {
    Behavior: registerBehavior,
    Component,
    Page: (page: Record<string, unknown>) => Component(world.pageDefinition(page)),
  })
  return { load }
}
