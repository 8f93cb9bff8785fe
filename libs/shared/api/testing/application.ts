import type { DynamicModule, Type } from '@nestjs/common';
import type { Foundation } from '../shared-api.module';

/** The real application, as the test set-up hands it over: a lib cannot import an app. */
export interface TestApplication {
  /** A superuser's address of a maintenance database. */
  readonly databaseUrl: string;
  /** The built thread of matching. */
  readonly matchingWorker: string;
  /** The built thread that reads spreadsheets. */
  readonly importingWorker: string;
  /** The built process that prints pages. */
  readonly printingWorker: string;
  /** The browser for tests that print. */
  readonly chromiumPath: string;
  /** Loaded on demand, so that a test without an application does not wait for it. */
  readonly load: () => Promise<LoadedApplication>;
}

export interface LoadedApplication {
  readonly module: (foundation: Foundation) => DynamicModule;
  readonly migrations: readonly Type[];
  readonly migrate: (databaseUrl: string) => Promise<void>;
}

let application: TestApplication | null = null;

/** Called once per test file by `tools/jest/node.setup.ts`. */
export function useTestApplication(given: TestApplication): void {
  application = given;
}

export function getTestApplication(): TestApplication {
  if (!application) throw new Error('No application for tests: is tools/jest/node.setup.ts in setupFilesAfterEnv?');
  return application;
}
