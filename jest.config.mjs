export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/dist', '<rootDir>/.cache'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/jest.strip.mjs' },
  reporters: ['<rootDir>/scripts/progress-reporter.mjs', 'summary'],
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'v8',
  // A machine may be busy; a test that hangs is noticed all the same.
  testTimeout: 30_000,
  // Most tests wait for child processes, so more workers than cores.
  maxWorkers: 4,
};
