import { readdirSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import prettier from 'eslint-config-prettier';

/**
 * Who may import whom. The one place where the direction of the architecture is written down;
 * `test/lint-canary` proves that breaking it fails.
 */
const mayImport = {
  analytics: [],
  frameworks: [],
  platform: [],
  tenancy: ['platform', 'analytics'],
  portfolio: ['tenancy', 'platform', 'analytics', 'frameworks'],
  assessment: ['portfolio', 'tenancy', 'platform', 'analytics', 'frameworks'],
  reporting: ['assessment', 'portfolio', 'tenancy', 'platform', 'analytics', 'frameworks'],
  delivery: ['tenancy', 'platform'],
  'web-ui': [],
  testing: ['platform', 'tenancy'],
  web: ['web-ui', 'analytics'],
  app: [
    'analytics',
    'frameworks',
    'platform',
    'tenancy',
    'portfolio',
    'assessment',
    'reporting',
    'delivery',
    'app',
  ],
};

const depConstraints = Object.entries(mayImport).map(([scope, targets]) => ({
  sourceTag: `scope:${scope}`,
  onlyDependOnLibsWithTags: [scope, ...targets].map((target) => `scope:${target}`),
}));

/** Specs may build a tenant through the testing library; nothing that ships may. */
const specConstraints = depConstraints.map((constraint) => ({
  ...constraint,
  onlyDependOnLibsWithTags: [...constraint.onlyDependOnLibsWithTags, 'scope:testing'],
}));

const boundaries = (constraints) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow: [],
    depConstraints: constraints,
    // The specs of a library use the testing library, which is built on that library. Nx knows libraries, not specs.
    ignoredCircularDependencies: mayImport.testing.map((library) => [library, 'testing']),
  },
];

/** Inside the web app: app -> features -> shared, and no feature knows another. */
const features = 'apps/web/src/features';
const webZones = [
  { target: 'apps/web/src/shared', from: ['apps/web/src/app', features] },
  { target: features, from: 'apps/web/src/app' },
  ...readdirSync(`${import.meta.dirname}/${features}`).map((feature) => ({
    target: `${features}/${feature}`,
    from: features,
    except: [`./${feature}`],
    message: 'Features do not import each other; what two of them need belongs to shared.',
  })),
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/*.generated.*', '.nx/**', '**/locales/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { '@nx': nx, 'import-x': importX },
    // A class in a decorated constructor is more than a type: Nest finds what to inject by it.
    languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } },
    settings: {
      // Without these two the rule on cycles passes over TypeScript in silence.
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          conditionNames: ['pilotage-source', 'types', 'import', 'node', 'default'],
          extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
        }),
      ],
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(depConstraints),
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['libs/*/src/**/*.ts', 'apps/{api,worker}/src/**/*.ts'],
    ignores: ['libs/platform/**', 'libs/testing/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'pg', message: 'Reach the database through the unit of work of @pilotage/platform.' },
            { name: 'bullmq', message: 'Jobs go through tx.enqueue and defineJob of @pilotage/platform.' },
            {
              name: 'typeorm',
              importNames: ['DataSource', 'Repository', 'EntityManager', 'getRepository'],
              message: 'Reach the database through the unit of work of @pilotage/platform.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Configuration is parsed once, in libs/platform/src/config.',
        },
      ],
    },
  },
  {
    files: ['**/*.spec.{ts,tsx}', 'libs/*/fixtures/**', 'libs/testing/**', 'test/**'],
    rules: { '@nx/enforce-module-boundaries': boundaries(specConstraints) },
  },
  {
    files: ['libs/web-ui/**/*.tsx', 'apps/web/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.flatConfigs.recommended.rules },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: webZones }],
    },
  },
  {
    files: ['*.mjs', '**/*.config.{ts,mjs}', 'apps/standalone/**', 'scripts/**', 'test/**/*.mjs'],
    rules: { 'import-x/no-default-export': 'off', 'no-console': 'off' },
  },
  prettier,
);
