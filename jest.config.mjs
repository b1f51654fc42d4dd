export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/dist'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/jest.strip.mjs' },
  collectCoverageFrom: ['src/**/*.ts'],
  coverageProvider: 'v8',
  // Most tests wait for child processes, so more workers than cores.
  maxWorkers: 4,
};
