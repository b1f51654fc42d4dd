// The tests of the inner loop: no child processes, and fewer of the cases that are drawn at random.
import config from './jest.config.mjs';

process.env['RANDOM_RUNS'] ??= '100';

export default { ...config, testMatch: ['<rootDir>/__tests__/{unit,integration}/**/*.test.ts'] };
