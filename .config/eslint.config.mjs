// The linter's rules: the strict typed ones, and the floors of the house said where one types.
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import path from 'node:path';

/** Imports that a floor may not have. Patterns are matched against the text of the import. */
function forbid(files, message, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] } };
}

const FEATURES = ['language', 'outline', 'dialogue', 'welcome', 'preview', 'export', 'statistics', 'rewrite', 'notes', 'scenarios', 'continuation', 'chat', 'record', 'breakdown', 'production', 'board', 'sheets'];
const OPENAI = ['openai', 'openai/*'];

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '**/.tmp/', 'coverage/']),
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.json', 'media/tsconfig.json'], tsconfigRootDir: path.resolve(import.meta.dirname, '..') } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers in messages are what logs are made of.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `onDidChange: () => this.refresh()` is how VS Code's API is used everywhere.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Exports have names here.' }],
      // VS Code asks for its Disposable by shape, not by constructor.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A text as its characters is what the spread of a string gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }, 'string'] }],
      // Scripts hold control characters, and the parser says what they mean.
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
    },
  },
  // Its own folders may be named like a feature: a step up from one of them is core still.
  forbid(['src/core/**/*.ts'], 'core is pure: it imports core alone.', ['vscode', 'node:*', ...OPENAI, '**/host/**', '**/models/**', '**/review/**', ...FEATURES.flatMap((name) => [`**/${name}/**`, `!../${name}/**`])]),
  forbid(['src/host/**/*.ts'], 'host imports core alone.', ['node:*', ...OPENAI, '**/models/**', '**/review/**', ...FEATURES.map((name) => `**/${name}/**`)]),
  forbid(['src/models/**/*.ts'], 'models imports host and core.', ['node:*', '**/review/**', ...FEATURES.map((name) => `**/${name}/**`)]),
  forbid(['src/review/**/*.ts'], 'review imports host and core.', ['node:*', ...OPENAI, '**/models/**', ...FEATURES.map((name) => `**/${name}/**`)]),
  forbid(['src/planning/**/*.ts'], 'planning imports host and core.', [...OPENAI, '**/models/**', '**/review/**', ...FEATURES.flatMap((name) => [`**/${name}/**`, `!../core/${name}/**`])]),
  ...FEATURES.map((name) =>
    forbid([`src/${name}/**/*.ts`], 'Features never import each other.', ['node:*', ...OPENAI, ...FEATURES.filter((other) => other !== name).map((other) => `../${other}/**`)]),
  ),
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test's describe is as long as what it describes.
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    // node:assert/strict is a default export, so its stand-in is one too.
    files: ['test/integration/web/assert.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'URL', 'Buffer', 'AbortController', 'AbortSignal', 'TextDecoder', 'TextEncoder', 'performance', 'window', 'document', 'MutationObserver', 'getComputedStyle', 'queueMicrotask', 'localStorage', 'structuredClone'].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['test/package/*.mjs'], languageOptions: { globals: { describe: 'readonly', it: 'readonly', before: 'readonly', after: 'readonly' } } },
  { files: ['esbuild.js', '.config/esbuildSplit.js', '.config/noBrotli.js'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } } },
);
