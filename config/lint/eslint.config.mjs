/**
 * What TypeScript lets through and we don't. Formatting is prettier's, import directions are those of `boundaries.cjs`.
 * Rules that need types (`no-floating-promises` first of all: a forgotten `await` loses money) use each room's tsconfig.
 */
import { fileURLToPath } from 'node:url'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TYPESCRIPT = ['**/*.ts', '**/*.tsx']

/** Places that talk to a person at a terminal. */
const TERMINAL = ['cloudfunctions/runtime/local/**', 'cloudfunctions/runtime/db/**', 'config/**', 'tests/**']

const CLOCK = 'Time is an argument: take `now`, so that a test can say what time it is.'
const CHANCE = 'Chance is an argument: take `newId` or `newCode` from the deps.'

const core = {
  eqeqeq: ['error', 'always'],
  'no-console': 'error',
  'no-constant-binary-expression': 'error',
  'no-control-regex': 'error',
  'no-debugger': 'error',
  'no-empty': 'error',
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-throw-literal': 'error',
  'no-unreachable-loop': 'error',
  'no-useless-rename': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-object-has-own': 'error',
}

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
  '@typescript-eslint/restrict-plus-operands': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
  ],
}

export default tseslint.config(
  { ignores: ['dist/', '.data/', '.cache/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{ts,tsx,mjs,cjs,js}'], rules: core },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: ROOT } },
    rules: {
      ...typed,
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/unified-signatures': 'off',
      'no-throw-literal': 'off', // the typed rule knows better
    },
  },
  {
    files: ['src/**/*.tsx', 'src/**/use-*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/domain/**', 'src/contract/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: CLOCK },
        { object: 'Math', property: 'random', message: CHANCE },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name=Date][arguments.length=0]', message: CLOCK },
      ],
    },
  },
  {
    // Use cases: everything outside comes through deps. The runtime is where deps are made.
    files: ['cloudfunctions/*/*.ts'],
    ignores: ['cloudfunctions/runtime/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: CLOCK },
        { object: 'Math', property: 'random', message: CHANCE },
        {
          object: 'process',
          property: 'env',
          message: 'Settings are parsed once, in runtime/config: take deps.config.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name=Date][arguments.length=0]', message: CLOCK },
      ],
    },
  },
  { files: TERMINAL, rules: { 'no-console': 'off' } },
  // A test may insist: if the thing is not there, the test fails, which is what a test is for.
  { files: ['tests/**/*.ts', 'tests/**/*.tsx'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  // `new Function` is how the compiled mini program gets the globals of WeChat and no others.
  { files: ['tests/support/weapp/**'], rules: { '@typescript-eslint/no-implied-eval': 'off' } },
)
