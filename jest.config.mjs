import { availableParallelism } from 'node:os';

/** Tests are compiled by tsc to lib/ first; nothing is transformed here. */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/scripts/bundle-for-tests.mjs',
  roots: ['<rootDir>/lib/test'],
  testMatch: ['**/*.test.js'],
  transform: {},
  // only so that what hangs ends: with twice as many workers as cores a test may take several times as long as by itself
  testTimeout: 180_000,
  // half of their time most of the long files wait: for a provider that is silent, for a pause that was asked for
  maxWorkers: 2 * availableParallelism(),
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  // beside what is compiled: the temporary folder of the tests goes with them
  cacheDirectory: '<rootDir>/lib/jest',
};
