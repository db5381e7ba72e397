/**
 * Leaves out what a function can never reach but a bundler can't prove dead: a cold start reads every byte. Nothing is
 * answered wrongly by it: an import of a dropped name fails the build, a call of an emptied part throws.
 * Measured on the order function: 537 → 442 KB.
 */
import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/** Kysely's index names these too; functions speak to PostgreSQL and let migrations be run from outside. */
const NOT_FOR_FUNCTIONS = /'\.\/(schema|migration|dialect\/(mysql|mssql|sqlite)|plugin\/(?!kysely-plugin))/

const withoutThem = (index: string): string =>
  index
    .split('\n')
    .filter((line) => !NOT_FOR_FUNCTIONS.test(line))
    .join('\n')

const refusing = (name: string, why: string): string =>
  `export class ${name} { constructor() { throw new Error(${JSON.stringify(why)}) } }`

/** The same names, each a maker of something that refuses to run. */
const allRefusing = (original: string, why: string): string => {
  const names = [...original.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
  const exported = names.map((name) => `export const ${name} = () => refuse`)
  return [`const refuse = () => { throw new Error(${JSON.stringify(why)}) }`, ...exported].join('\n')
}

/** The same classes, each refusing to be made. */
const allRefused = (original: string, why: string): string =>
  [...original.matchAll(/^export class (\w+)/gm)].map(([, name]) => refusing(name ?? '', why)).join('\n')

const cuts: readonly { filter: RegExp; contents: (original: string) => string }[] = [
  { filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]index\.js$/, contents: withoutThem },
  {
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]schema[\\/]schema\.js$/,
    contents: () => refusing('SchemaModule', 'functions do not change the schema'),
  },
  {
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]plugin[\\/]with-schema[\\/]with-schema-plugin\.js$/,
    contents: () => refusing('WithSchemaPlugin', 'functions use one schema'),
  },
  {
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]query-builder[\\/]merge-query-builder\.js$/,
    contents: (original) => allRefused(original, 'MERGE is outside the subset of SQL that is used'),
  },
  {
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]dialect[\\/]postgres[\\/]postgres-introspector\.js$/,
    contents: (original) => allRefused(original, 'functions do not look at the schema'),
  },
  {
    // messages in English: a refusal names path and code
    filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]en\.js$/,
    contents: () => 'export default () => ({ localeError: () => undefined })',
  },
  {
    filter: /[\\/]pg[\\/]lib[\\/]native[\\/]index\.js$/,
    contents: () => 'module.exports = class { constructor() { throw new Error("functions have no native client") } }',
  },
  {
    // a password file in somebody's home; a function has its password in its settings
    filter: /[\\/]pgpass[\\/]lib[\\/]index\.js$/,
    contents: () => 'module.exports = (_connection, done) => done(undefined)',
  },
  {
    // every schema carries the way to its JSON Schema, which no function is asked for
    filter: /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/,
    contents: (original) => allRefusing(original, 'functions tell no JSON Schema'),
  },
  {
    // pino's worker transports; functions log to standard output
    filter: /[\\/]thread-stream[\\/]index\.js$/,
    contents: () => 'module.exports = class { constructor() { throw new Error("functions log to standard output") } }',
  },
]

export const trim: Plugin = {
  name: 'trim',
  setup: ({ onLoad }) => {
    for (const { filter, contents } of cuts) {
      onLoad({ filter }, ({ path }) => ({ contents: contents(readFileSync(path, 'utf8')), loader: 'js' }))
    }
  },
}
