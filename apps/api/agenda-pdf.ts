import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer as createProbe } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Folders } from '@kernagenda/agendas/api';
import { Clock, createServer } from '@kernagenda/shared/api';
import type { Settings } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { AppModule } from './app.module';
import { SettingsError } from './config';
import { needsMigration } from './data-source';
import { servePages } from './pages';

const usage = 'Use agenda:pdf -- --village SLUG --out FILE.pdf, or with --version NUMBER too.';

interface Order {
  readonly village: string;
  readonly out: string;
  readonly version: number | null;
}

/** @throws SettingsError unless a village and a file are named, each once. */
export function readFolderOrder(args: readonly string[]): Order {
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const [flag = '', value = ''] = args.slice(index, index + 2);
    if (!['--village', '--out', '--version'].includes(flag) || value === '' || given.has(flag))
      throw new SettingsError(usage);
    given.set(flag, value);
  }
  const [village, out, version] = [given.get('--village'), given.get('--out'), given.get('--version')];
  if (!village || !out || (version !== undefined && !/^[1-9]\d{0,8}$/.test(version))) throw new SettingsError(usage);
  return { village, out, version: version === undefined ? null : Number(version) };
}

/**
 * Writes the folder of the agenda of a village to a file, from the page itself: the pages are served for as long as
 * that takes, on a port of this machine alone.
 */
export async function agendaPdf(
  settings: Settings,
  args: readonly string[],
  write: (line: string) => void,
): Promise<void> {
  const { village, out, version } = readFolderOrder(args);
  if (settings.webDir === null) throw new SettingsError('The folder is made from its page: set WEB_DIR.');
  if (settings.chromiumPath === null) throw new SettingsError('There is no browser to print with: set CHROMIUM_PATH.');
  if (await needsMigration(settings.databaseUrl)) {
    throw new SettingsError('The database is older than this version: start the new version once, or run "migrate".');
  }
  const own: Settings = { ...settings, host: '127.0.0.1', port: await findPort() };
  const app = await createServer(AppModule.with({ settings: own, clock: new Clock() }), own);
  try {
    await servePages(app, own, settings.webDir);
    await app.listen(own.port, own.host);
    const { content } = await app.get(Folders, { strict: false }).make(village, version);
    await writeFile(out, content);
    write(`${out}: ${Math.ceil(content.length / 1024)} kB`);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') {
      throw new SettingsError(`There is no ${version === null ? 'village' : `version ${version} for`} "${village}".`);
    }
    throw error;
  } finally {
    await app.close();
  }
}

/** The pages ask the API of their own process, so the port has to be known before it listens. */
async function findPort(): Promise<number> {
  const probe = createProbe().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
