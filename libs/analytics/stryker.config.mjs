/**
 * Mutation testing: `npm run mutation` changes one operator, condition or literal at a time and runs the tests that
 * reach it; a change that no test notices is a hole. `npm run mutation -- --mutate libs/analytics/src/trend/mix.ts`
 * looks at one file.
 *
 * Mocha runs the specs, because it loads them once for all mutants, which Jest does for each. Left out are the spec
 * that reads the sources, which are not themselves while they are mutated, and the two that call every export: they
 * reach every mutant and would find little that is not found nearer by.
 */
// The tests run in a copy of the library, from where the data beside the repository are not found.
process.env['PILOTAGE_DATASETS'] ??= new URL('../../../shared/datasets/', import.meta.url).href;

export default {
  mutate: ['libs/analytics/src/**/*.ts', '!libs/analytics/src/**/*.spec.ts', '!libs/analytics/src/index.ts'],
  testRunner: 'mocha',
  testRunnerNodeArgs: [
    '--experimental-transform-types',
    '--disable-warning=ExperimentalWarning',
    '--import=./libs/analytics/mutation/hooks.mjs',
  ],
  mochaOptions: { spec: ['libs/analytics/src/*/*.spec.ts'] },
  coverageAnalysis: 'perTest',
  // A constant is evaluated once per file of tests, so each of its mutants would need all of them.
  ignoreStatic: true,
  // The sandbox needs this library and what its tests are run with.
  ignorePatterns: ['**', '!libs/analytics/**', '!*.mjs', '!*.json', '!.swcrc'],
  tempDirName: '.cache/stryker',
  incremental: true,
  incrementalFile: '.cache/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'html'],
  htmlReporter: { fileName: '.cache/mutation/report.html' },
  concurrency: 2,
  thresholds: { high: 90, low: 75, break: null },
};
