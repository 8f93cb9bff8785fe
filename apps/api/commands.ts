import { writeFile } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, createServer } from '@kernagenda/shared/api';
import type { Settings } from '@kernagenda/shared/api';
import { agendaPdf } from './agenda-pdf';
import { AppModule } from './app.module';
import { auditVerify } from './audit-verify';
import { SettingsError, isProduction, readCommandSettings, readSettings } from './config';
import { migrate, needsMigration } from './data-source';
import { DemoClock, DemoRefused, loadDemo, pointsSheet } from './demo';
import { matchJudged } from './match-judged';
import { importVillages, readFileOfVillages, readOrder } from './villages-import';

const write = (line: string): void => console.info(line);
const warn = (line: string): void => console.warn(line);

/** The application without a port, for work that ends by itself; what that causes is for the server that starts next. */
async function withApp(
  settings: Settings,
  work: (app: NestFastifyApplication) => Promise<void>,
  clock = new Clock(),
): Promise<void> {
  if (await needsMigration(settings.databaseUrl)) {
    throw new SettingsError('The database is older than this version: start the new version once, or run "migrate".');
  }
  const app = await createServer(AppModule.with({ settings, clock }), settings);
  await app.init();
  await work(app).finally(() => app.close());
}

async function withDemo(settings: Settings): Promise<void> {
  const clock = new DemoClock();
  await withApp(settings, (app) => loadDemo(app, clock), clock);
}

/** With every start of a demo; whoever asks again finds it loaded. */
async function demo(): Promise<void> {
  const settings = readSettings();
  if (!settings.isDemo) throw new SettingsError('The demo is only loaded with DEMO=1.');
  await withDemo(settings).catch((error: unknown) => {
    // Somebody imported villages of their own: those are what they want to see.
    if (!(error instanceof DemoRefused)) throw error;
    warn(`The demo stays away: ${error.message}`);
  });
}

/** Asked for by name, also into a database of one's own. */
async function demoLoad(args: readonly string[]): Promise<void> {
  const settings = readCommandSettings();
  if (args.some((arg) => arg !== '--yes-really')) throw new SettingsError('Use demo:load [-- --yes-really].');
  if (isProduction() && args.length === 0) {
    throw new SettingsError(
      'With NODE_ENV=production the demo is only loaded with --yes-really: it enters people who do not exist, ' +
        'and 199 points of West Betuwe, for everybody to see.',
    );
  }
  warn('Loading the demo: West Betuwe, with people who do not exist (@example.org), one of them an administrator.');
  warn('With DEMO=1 everybody who reaches the server can be any of them; without it nobody can.');
  await withDemo(settings).catch((error: unknown) => {
    throw error instanceof DemoRefused ? new SettingsError(error.message) : error;
  });
  write('The demo is loaded. What was there already stayed as it was.');
}

async function villagesImport(args: readonly string[]): Promise<void> {
  const order = readOrder(args);
  const villages = await readFileOfVillages(order.path);
  await withApp(readCommandSettings(), (app) => importVillages(app, villages, order, write));
}

/** The points of the demo as a file to try an import with. */
async function demoSheet([path = 'punten.xlsx', ...others]: readonly string[]): Promise<void> {
  if (others.length > 0) throw new SettingsError('Use demo:sheet [-- FILE.xlsx].');
  await writeFile(path, pointsSheet());
  write(`The points of the demo stand in ${path}.`);
}

async function verify(args: readonly string[]): Promise<void> {
  const { databaseUrl } = readCommandSettings();
  if (!(await auditVerify(databaseUrl, args, write))) process.exitCode = 1;
}

/** What the server can be asked for besides serving; each ends by itself. */
export const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  migrate: () => migrate(readCommandSettings().databaseUrl),
  demo,
  'demo-load': demoLoad,
  'demo-sheet': demoSheet,
  'villages-import': villagesImport,
  'audit-verify': verify,
  'agenda-pdf': (args) => agendaPdf(readCommandSettings(), args, write),
  'match-judged': (args) => matchJudged(readCommandSettings().databaseUrl, args, write),
};
