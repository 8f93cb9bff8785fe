import { existsSync } from 'node:fs';
import presets from 'jest-preset-angular/presets/index.js';

const roots = ['apps/web', 'libs'].filter((folder) => existsSync(new URL(folder, import.meta.url)));

/** Angular: components compiled just in time and rendered in jsdom, without zone.js. */
export default {
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.web.json' }),
  displayName: 'web',
  roots: roots.map((folder) => `<rootDir>/${folder}`),
  maxWorkers: '100%',
  testMatch: [
    '<rootDir>/libs/*/web/**/*.spec.ts',
    '<rootDir>/libs/shared/ui/**/*.spec.ts',
    '<rootDir>/apps/web/**/*.spec.ts',
  ],
  moduleNameMapper: { '^@kernagenda/(.+)$': '<rootDir>/libs/$1/index.ts' },
  setupFilesAfterEnv: ['<rootDir>/tools/jest/web.setup.ts'],
};
