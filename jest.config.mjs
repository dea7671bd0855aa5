/** Tests are compiled by tsc to lib/ first; nothing is transformed here. */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/scripts/bundle-for-tests.mjs',
  roots: ['<rootDir>/lib/test'],
  testMatch: ['**/*.test.js'],
  transform: {},
  testTimeout: 60_000,
  // one for each core: by itself jest leaves one of two idle
  maxWorkers: '100%',
};
