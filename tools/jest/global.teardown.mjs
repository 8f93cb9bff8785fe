import { rmSync } from 'node:fs';

export default async function teardown() {
  rmSync(globalThis.testWorker, { recursive: true, force: true });
  await globalThis.testDatabase?.drop();
}
