import { existsSync } from 'node:fs';

const roots = ['apps', 'libs', 'tools'].filter((folder) => existsSync(new URL(folder, import.meta.url)));

/** Domain, API and tools: native ES modules on Node, with a PostgreSQL at hand. */
export default {
  displayName: 'node',
  testEnvironment: 'node',
  roots: roots.map((folder) => `<rootDir>/${folder}`),
  // Two processes on two cores: the tests wait for the database and the disk more than for the processor.
  maxWorkers: '100%',
  // Modules of a test file are never given back; a process that is full slows down, and ends in the middle of a test.
  workerIdleMemoryLimit: '1GB',
  testMatch: [
    '<rootDir>/libs/*/{domain,api}/**/*.spec.ts',
    '<rootDir>/apps/api/**/*.spec.ts',
    '<rootDir>/tools/**/*.spec.mjs',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
  moduleNameMapper: { '^@kernagenda/(.+)$': '<rootDir>/libs/$1/index.ts' },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: '<rootDir>/tsconfig.api.json' }] },
  testSequencer: '<rootDir>/tools/jest/longest-first.mjs',
  setupFilesAfterEnv: ['<rootDir>/tools/jest/node.setup.ts'],
  globalSetup: '<rootDir>/tools/jest/global.setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/global.teardown.mjs',
  testTimeout: 30_000,
};
