import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { Problem } from '@kernagenda/shared/domain';
import { VillagesImport } from '@kernagenda/villages/api';
import { importLimits, readVillages } from '@kernagenda/villages/domain/geojson';
import type { ImportedVillages } from '@kernagenda/villages/domain/geojson';
import { SettingsError } from './config';

export interface ImportOrder {
  readonly path: string;
  readonly municipality: string | null;
}

const usage =
  'Use villages:import -- FILE.geojson [--municipality NAME]. docs/villages.md says what stands in the file.';
const mostShown = 100;

/** What was asked for on the command line. @throws SettingsError */
export function readOrder(args: readonly string[]): ImportOrder {
  try {
    const options = { municipality: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new SettingsError(usage);
    return { path, municipality: values.municipality?.trim() || null };
  } catch {
    throw new SettingsError(usage);
  }
}

/** The villages of a file. @throws SettingsError with every fault of it. */
export async function readFileOfVillages(path: string): Promise<ImportedVillages> {
  const content = await readJson(path);
  return explained(path, () => Promise.resolve(content).then(readVillages));
}

/** Enters villages and tells what that changed. @throws SettingsError where they cannot be entered. */
export async function importVillages(
  app: INestApplicationContext,
  villages: ImportedVillages,
  { path, municipality }: ImportOrder,
  write: (line: string) => void,
): Promise<void> {
  const service = app.get(VillagesImport, { strict: false });
  const done = await explained(path, () => service.import(villages, municipality));
  write(
    `${done.municipality}: ${done.added.length} villages added, ${done.changed.length} changed, ` +
      `${done.unchanged.length} were so already.`,
  );
  if (done.untouched.length > 0) write(`Not in the file, and left as they are: ${done.untouched.join(', ')}.`);
}

async function explained<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Problem ? new SettingsError(describe(path, error)) : error;
  }
}

async function readJson(path: string): Promise<unknown> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new SettingsError(`There is no file ${path}.`);
  if (found.size > importLimits.bytes) {
    throw new SettingsError(`${path} is larger than ${importLimits.bytes / 1_000_000} MB; simplify the boundaries.`);
  }
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    throw new SettingsError(`${path} is not JSON.`);
  }
}

function describe(path: string, { message, errors }: Problem): string {
  if (errors.length === 0) return `${message} Nothing was imported.`;
  const lines = errors.slice(0, mostShown).map(({ pointer, detail }) => `  ${pointer || 'the file'}: ${detail}`);
  const more = errors.length > mostShown ? [`  and ${errors.length - mostShown} more`] : [];
  return [`Nothing was imported, because ${path} has ${errors.length} faults:`, ...lines, ...more].join('\n');
}
