/**
 * Leaves out what a function can never reach but a bundler can't prove dead: a cold start reads every byte. Nothing is
 * answered wrongly by it: an import of a dropped name fails the build, a call of an emptied part throws.
 * Measured on the order function: 537 → 442 KB; later, with more in it, 476 → 448 KB.
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

/** SQL reads the same without its indents and its remarks; a line of TypeScript, too. */
const flatSql = (source: string): string => source.replace(/\n\s*-- [^\n`]*(?=\n)/g, '').replace(/\n[ \t]+/g, '\n')

/** The same names, each a maker of something that refuses to run. */
const allRefusing = (original: string, why: string): string => {
  const names = [...original.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
  const exported = names.map((name) => `export const ${name} = () => refuse`)
  return [`const refuse = () => { throw new Error(${JSON.stringify(why)}) }`, ...exported].join('\n')
}

/** The same classes, each refusing to be made. */
const allRefused = (original: string, why: string): string =>
  [...original.matchAll(/^export class (\w+)/gm)].map(([, name]) => refusing(name ?? '', why)).join('\n')

/** Visitors of a schema's changes and of MERGE keep their names, since a table of all visitors asks for them. */
const NO_QUERY =
  /^visit(Create|Drop|Alter|Add|Rename|Modify|Refresh|Merge|Matched|PrimaryKey|Unique|References|Check|ForeignKey|Generated|ColumnDefinition)/

const withoutSchemaVisitors = (original: string): string =>
  original.replace(/^ {4}(visit\w+)\(node\) \{\n[\s\S]*?^ {4}\}$/gm, (method, name: string) =>
    NO_QUERY.test(name) ? `    ${name}() { throw new Error("functions do not change the schema") }` : method,
  )

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
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]query-builder[\\/](merge-query|json-path|case|over)-builder\.js$/,
    contents: (original) => allRefused(original, 'written as SQL here, or outside the subset that is used'),
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
    // for channel binding, which is not asked for
    filter: /[\\/]pg[\\/]lib[\\/]crypto[\\/]cert-signatures\.js$/,
    contents: () =>
      'module.exports = { signatureAlgorithmHashFromCertificate: () => { throw new Error("no channel binding") } }',
  },
  {
    // every schema carries the way to its JSON Schema, which no function is asked for
    filter: /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/,
    contents: (original) => allRefusing(original, 'functions tell no JSON Schema'),
  },
  {
    // pino's worker transports; functions log to standard output
    filter: /[\\/](thread-stream[\\/]index|pino[\\/]lib[\\/](transport|multistream))\.js$/,
    contents: () => 'module.exports = class { constructor() { throw new Error("functions log to standard output") } }',
  },
  {
    filter: /[\\/]kysely[\\/]dist[\\/]esm[\\/]query-compiler[\\/]default-query-compiler\.js$/,
    contents: withoutSchemaVisitors,
  },
  {
    // for what holds itself in a circle; what functions log holds facts
    filter: /[\\/]safe-stable-stringify[\\/]index\.js$/,
    contents: () => `module.exports = { configure: () => () => '"[unserialisable]"' }`,
  },
  {
    // of requests and errors of other frameworks; functions have a serializer of their own, which tells less
    filter: /[\\/]pino-std-serializers[\\/]index\.js$/,
    contents: () => 'module.exports = { err: () => ({ type: "unknown" }) }',
  },
  {
    // results come as text
    filter: /[\\/]pg-types[\\/]lib[\\/]binaryParsers\.js$/,
    contents: () => 'module.exports = { init: () => undefined }',
  },
]

export const trim: Plugin = {
  name: 'trim',
  setup: ({ onLoad }) => {
    for (const { filter, contents } of cuts) {
      onLoad({ filter }, ({ path }) => ({ contents: contents(readFileSync(path, 'utf8')), loader: 'js' }))
    }
    onLoad({ filter: /[\\/]cloudfunctions[\\/].*\.sql\.ts$/ }, ({ path }) => ({
      contents: flatSql(readFileSync(path, 'utf8')),
      loader: 'ts',
    }))
  },
}
