/**
 * Which room may know which. Pure rules know nothing, screens know rules and promises, functions know promises and
 * rules, and only one room on each side touches the outside: `src/platform` and `cloudfunctions/runtime/adapters`.
 */

/** `from` may import what `allowed` matches and nothing else; npm packages are listed as `node_modules/…`. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
})

/** `from` may not import what `to` matches. */
const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to })

const npm = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)`

const shoppersSide = [
  only(
    'ui-is-dumb',
    '^src/ui/',
    ['^src/(ui|domain|assets|types)/', npm('react', '@tarojs/components', 'qrcode')],
    'A noun of the screen: no business calls, no platform. What it needs comes as props.',
  ),
  only(
    'features-know-no-pages',
    '^src/features/',
    ['^src/(features|ui|platform|domain|contract|assets|types)/', npm('react', '@tarojs/components', 'zustand')],
    'A feature knows its parts, the platform, the rules and the types of the promises.',
  ),
  never(
    'features-stay-apart',
    { path: '^src/features/([^/]+)/' },
    { path: '^src/features/', pathNot: '^src/features/$1/' },
    'What two features share belongs to ui, platform or domain.',
  ),
  only(
    'pages-are-thin',
    '^src/(pages|packages/(?!demo/))', // the demo pages show ui and bring their own goods
    ['^src/(pages|packages|features|ui|platform|domain|contract|assets|types)/', npm('react', '@tarojs/components')],
    'A page picks features, lays them out and says where their taps lead. What it does otherwise belongs to a feature.',
  ),
  never(
    'pages-stay-apart',
    { path: '^src/((?:pages|packages)/[^/]+)/' },
    { path: '^src/(pages|packages)/', pathNot: '^src/$1/' },
    'Pages meet in features, not in each other.',
  ),
  never(
    'promises-are-types',
    { path: '^src/(ui|features|platform|pages|packages)/' },
    { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    'zod would weigh some 60 KB in the main package: import type.',
  ),
  never(
    'taro-lives-in-platform',
    { path: '^src/(?!platform/|app\\.)', pathNot: '\\.d\\.ts$' },
    { path: npm('@tarojs/(?!components)[^/]+'), dependencyTypesNot: ['type-only'] },
    'One room talks to WeChat, so that a test or another platform needs to replace only that.',
  ),
  never(
    'admin-is-apart',
    { path: '^src/(?!admin/)' },
    { path: '^src/admin/' },
    'The staff page is a program of its own.',
  ),
  only(
    'admin-knows-promises',
    '^src/admin/',
    ['^src/(admin|contract|domain|assets|types)/', '(^|/)node_modules/'],
    'The staff page speaks to the functions through the same promises as the phone.',
  ),
]

const serverSide = [
  never(
    'functions-know-no-screens',
    { path: '^cloudfunctions/' },
    { path: '^src/(?!contract/|domain/)|^tests/' },
    'A function knows promises and rules.',
  ),
  never(
    'runtime-knows-no-doors',
    { path: '^cloudfunctions/runtime/', pathNot: '^cloudfunctions/runtime/(local|db/seed)/' },
    { path: '^cloudfunctions/(?!runtime/)' },
    'The runtime carries functions, whichever they are.',
  ),
  never(
    'nothing-local-is-deployed',
    { path: '^cloudfunctions/', pathNot: '^cloudfunctions/runtime/(local|db/seed)/' },
    { path: '^cloudfunctions/runtime/(local|db/seed)/' },
    "Stand-ins and demo goods stay on the developer's machine.",
  ),
  never(
    'sdks-live-in-adapters',
    { path: '^cloudfunctions/', pathNot: '^cloudfunctions/runtime/(adapters|local|db/seed|cloudbase)/' },
    { path: npm('wechatpay-axios-plugin', 'axios', 'wx-server-sdk', '@cloudbase/[^/]+', 'sharp') },
    'The outside world is one type, Deps; what speaks to it is an adapter.',
  ),
  never(
    'drivers-live-in-db',
    { path: '^cloudfunctions/', pathNot: '^cloudfunctions/runtime/db/' },
    { path: npm('pg', '@electric-sql/pglite') },
    'Two engines behind one type, Database.',
  ),
  never(
    'fastify-is-local',
    { path: '^cloudfunctions/', pathNot: '^cloudfunctions/runtime/local/' },
    { path: npm('fastify', '@fastify/[^/]+') },
    'In the cloud the platform is the web server.',
  ),
]

const everywhere = [
  only('domain-is-pure', '^src/domain/', '^src/domain/', 'Pure rules run in WeChat, browser and Node alike.'),
  only(
    'promises-know-rules',
    '^src/contract/',
    ['^src/(contract|domain)/', npm('zod')],
    'A promise is a shape and a refusal.',
  ),
  never(
    'nothing-knows-tests',
    { path: '^(src|cloudfunctions|config)/' },
    { path: '^tests/' },
    'Tests look at the shop, not back.',
  ),
  never(
    'no-cycles',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    'Two files that need each other are one, or hide a third. (Types alone may: they are gone at run time.)',
  ),
  never(
    'no-orphans',
    {
      orphan: true,
      pathNot: [
        '\\.d\\.ts$',
        '(^|/)tsconfig\\.json$',
        '\\.config\\.(ts|mjs)$',
        '^config/',
        '\\.test\\.tsx?$',
        '\\.(weapp|h5)\\.tsx?$', // one of a pair, picked by the build
        '^src/(assets|types)/',
        '\\.(s?css|json|md)$',
      ],
    },
    {},
    'Nobody uses this file, and it uses nothing: delete it or connect it.',
  ),
  never('everything-resolves', {}, { couldNotResolve: true }, 'A path that leads nowhere.'),
  never(
    'packages-are-declared',
    { pathNot: '^tests/support/weapp/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    "A package that is only here because another one brought it goes when that one does. (The simulator's own parts are pinned with it.)",
  ),
  never(
    'the-shop-needs-no-tools',
    { path: '^(src|cloudfunctions)/', pathNot: '^cloudfunctions/runtime/local/|\\.d\\.ts$' },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    'What is deployed may not need a development package.',
  ),
]

module.exports = {
  forbidden: [...everywhere, ...shoppersSide, ...serverSide],
  options: {
    combinedDependencies: true, // a door's own package.json is for the cloud; here the root's counts
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
