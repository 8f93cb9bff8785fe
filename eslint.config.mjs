import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { house } from './tools/eslint/house.mjs';
import { depConstraints } from './tools/eslint/layers.mjs';

const noEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Settings are parsed once, in apps/api/config.ts; inject Settings.',
};

const banned = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'ExportAllDeclaration', message: 'Name what is exported: an index.ts is a short list.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
];

const noProcess = [{ name: 'node:process' }, { name: 'process' }];

const noMailer = {
  name: '@kernagenda/shared/api',
  importNames: ['Mailer'],
  message: 'Mail is sent by identity (codes) and by notifications (all else); publish an event.',
};

const noImportMeta = { selector: 'MetaProperty[meta.name="import"]', message: 'import.meta belongs in entry points.' };

export default [
  { ignores: ['dist/', 'node_modules/', '.nx/', '.data/', '.angular/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs'],
    rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }], 'prefer-const': 'error', eqeqeq: 'error' },
  },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.api.json', 'tsconfig.web.json', 'tsconfig.e2e.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@nx': nx, house },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints, allow: ['/tools/(browser|test)/[\\w-]+\\.mjs$'] }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Nest modules and Angular components are classes that only carry a decorator, tests need empty ones.
      '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true, allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'house/undecorated-route': 'error',
      'no-restricted-imports': ['error', { paths: [...noProcess, noMailer] }],
      'no-restricted-syntax': ['error', ...banned, noEnvironment],
      'max-lines': ['error', 400],
    },
  },
  {
    files: ['libs/**/*.ts'],
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ...banned, noEnvironment, noImportMeta] },
  },
  {
    files: ['libs/{identity,notifications}/api/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: noProcess }] },
  },
  { files: ['apps/api/config.ts'], rules: { 'no-restricted-syntax': ['error', ...banned] } },
  // Angular's server build and Playwright read a default export, and a package may have one to be described.
  {
    files: ['apps/web/main.server.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', ...banned.slice(1), noEnvironment] },
  },
  {
    files: ['apps/e2e/playwright.config.ts', 'apps/e2e/server.ts'],
    rules: { 'no-restricted-syntax': ['error', ...banned.slice(1)] },
  },
  // Hands the applications to the tests of libs, which may not import them.
  {
    files: ['tools/jest/*.ts'],
    rules: { '@nx/enforce-module-boundaries': 'off', 'no-restricted-syntax': ['error', ...banned] },
  },
  ...angular.configs.tsRecommended.map((config) => ({
    ...config,
    files: ['libs/*/web/**/*.ts', 'libs/shared/ui/**/*.ts', 'apps/web/**/*.ts'],
  })),
  {
    files: ['libs/*/web/**/*.ts', 'libs/shared/ui/**/*.ts', 'apps/web/**/*.ts'],
    processor: angular.processInlineTemplates,
    // Zoneless applications render on signals; every component is OnPush already.
    rules: { '@angular-eslint/prefer-on-push-component-change-detection': 'off' },
  },
  ...[...angular.configs.templateRecommended, ...angular.configs.templateAccessibility].map((config) => ({
    ...config,
    files: ['**/*.html'],
  })),
  {
    files: ['**/*.html'],
    rules: {
      '@angular-eslint/template/no-inline-styles': ['error', { allowNgStyle: false, allowBindToStyle: false }],
      '@angular-eslint/template/button-has-type': 'error',
    },
  },
];
