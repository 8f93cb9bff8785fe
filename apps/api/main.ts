import 'reflect-metadata';
import { Clock, createServer } from '@kernagenda/shared/api';
import { AppModule } from './app.module';
import { SettingsError, readSettings } from './config';
import { migrate, needsMigration } from './data-source';
import { loadDemo } from './demo';
import { servePages } from './pages';

async function serve(): Promise<void> {
  const settings = readSettings();
  if (await needsMigration(settings.databaseUrl)) {
    throw new SettingsError('The database is older than this version: run "migrate" first.');
  }
  const app = await createServer(AppModule.with({ settings, clock: new Clock() }), settings);
  if (settings.webDir !== null) await servePages(app, settings, settings.webDir);
  await app.listen(settings.port, settings.host);
  const stop = (): void => {
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

const commands: Readonly<Record<string, () => Promise<void>>> = {
  serve,
  migrate: () => migrate(readSettings().databaseUrl),
  demo,
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

function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return 'The PORT is taken by another program: stop that, or choose another PORT.';
  if (code === 'EACCES') return 'This PORT may not be opened by this user: choose one above 1024.';
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code)) {
    return 'The database of DATABASE_URL does not answer: is it running, and is the address right?';
  }
  if (/^(28...|3D000)$/.test(code)) return 'The database of DATABASE_URL refuses: check its name, user and password.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
