import 'reflect-metadata';
import { Clock, createServer } from '@kernagenda/shared/api';
import { AppModule } from './app.module';
import { auditVerify } from './audit-verify';
import { SettingsError, readSettings } from './config';
import { migrate, needsMigration } from './data-source';
import { loadDemo } from './demo';
import { explain } from './explain';
import { servePages } from './pages';

async function serve(): Promise<void> {
  const settings = readSettings();
  if (await needsMigration(settings.databaseUrl)) {
    throw new SettingsError('The database is older than this version: run "migrate" first.');
  }
  const app = await createServer(AppModule.with({ settings, clock: new Clock() }), settings);
  if (settings.webDir !== null) await servePages(app, settings, settings.webDir);
  await app.listen(settings.port, settings.host);
  process.send?.('listening');
  const stop = (): void => {
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

/** What the loading causes is work for the server that starts next; whoever asks again finds it loaded. */
async function demo(): Promise<void> {
  const settings = readSettings();
  if (!settings.isDemo) throw new SettingsError('The demo is only loaded with DEMO=1.');
  const app = await createServer(AppModule.with({ settings, clock: new Clock() }), settings);
  await app.init();
  await loadDemo(app).finally(() => app.close());
}

async function verify(): Promise<void> {
  const write = (line: string): void => console.info(line);
  if (!(await auditVerify(readSettings().databaseUrl, process.argv.slice(3), write))) process.exitCode = 1;
}

const commands: Readonly<Record<string, () => Promise<void>>> = {
  serve,
  migrate: () => migrate(readSettings().databaseUrl),
  demo,
  'audit-verify': verify,
};

const name = process.argv[2] ?? 'serve';
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

try {
  if (!command) throw new SettingsError(`Unknown command "${name}"; there are: ${Object.keys(commands).join(', ')}.`);
  await command();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
  process.exit();
}
