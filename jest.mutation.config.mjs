import root from './jest.config.mjs';

/**
 * For libs/analytics/stryker.config.mjs: the unit tests of that library alone, out of the same configuration that
 * `npm test` uses; without the spec that reads the sources, which are not themselves while they are mutated.
 */
const { displayName: _, ...unit } = root.projects.find(({ displayName }) => displayName === 'unit');

export default {
  ...unit,
  roots: ['<rootDir>/libs/analytics/src'],
  testPathIgnorePatterns: ['/sources\\.spec\\.ts$'],
};
