// The tests of the inner loop: not the Action in child processes, and fewer of the cases that are drawn at random.
import config from './jest.config.mjs';

process.env['RANDOM_RUNS'] ??= '5%';

export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/{unit,integration}/**/*.test.ts'],
  // Links, devices and file modes as Linux and macOS have them.
  testPathIgnorePatterns: ['/node_modules/', ...(process.platform === 'win32' ? ['roster-files\\.test\\.ts$'] : [])],
};
