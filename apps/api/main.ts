import 'reflect-metadata';
import { Clock, createServer } from '@kernagenda/shared/api';
import { AppModule } from './app.module';
import { commands } from './commands';
import { SettingsError, readSettings } from './config';
import { needsMigration } from './data-source';
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

const [name = 'serve', ...args] = process.argv.slice(2);
const known: typeof commands = { serve, ...commands };
const command = Object.hasOwn(known, name) ? known[name] : undefined;

try {
  if (!command) throw new SettingsError(`Unknown command "${name}"; there are: ${Object.keys(known).join(', ')}.`);
  await command(args);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
  process.exit();
}
