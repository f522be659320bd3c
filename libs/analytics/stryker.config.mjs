/**
 * Mutation testing: `npm run mutation` changes one operator, condition or literal at a time and runs the tests that
 * reach it; a change that no test notices is a hole. `npm run mutation -- --mutate libs/analytics/src/trend/mix.ts`
 * looks at one file. A full run takes hours.
 */
export default {
  mutate: ['libs/analytics/src/**/*.ts', '!libs/analytics/src/**/*.spec.ts', '!libs/analytics/src/index.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', configFile: 'jest.mutation.config.mjs' },
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
