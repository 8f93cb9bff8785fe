import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { isEmail } from 'class-validator';
import { addressFault } from '@kernagenda/matching/api';
import type { EmbeddingSettings, MailInSettings, Settings } from '@kernagenda/shared/api';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the settings; names keys, never values, which may be secrets. */
export class SettingsError extends Error {}

const startOf = (protocol: string): string => (protocol === 'mailto:' ? protocol : `${protocol}//`);

const hint = 'See README.md, "Settings".';

/**
 * The settings of this process; the only place that reads the environment.
 * @throws SettingsError naming every key that is missing or cannot be used.
 */
export function readSettings(environment: Environment = process.env): Settings {
  return parse(environment, true);
}

/** As `readSettings`, for a command that ends by itself: it needs no address and no mail server. */
export function readCommandSettings(environment: Environment = process.env): Settings {
  return parse(environment, false);
}

/** Whether this installation is said to be the real one. */
export function isProduction(environment: Environment = process.env): boolean {
  return environment['NODE_ENV'] === 'production';
}

function parse(environment: Environment, isServing: boolean): Settings {
  const faults: string[] = [];
  const text = (key: string): string | null => environment[key]?.trim() || null;
  const address = (key: string, protocols: readonly string[]): string | null => {
    const value = text(key);
    if (value === null) return null;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    faults.push(`${key} must start with ${protocols.map(startOf).join(' or ')}`);
    return null;
  };
  const count = (key: string, fallback: number, max: number): number => {
    const value = text(key) ?? String(fallback);
    if (/^\d{1,5}$/.test(value) && Number(value) <= max) return Number(value);
    faults.push(`${key} must be a whole number of at most ${max}`);
    return fallback;
  };
  const require = (key: string, value: string | null): string => {
    if (value === null && !faults.some((fault) => fault.startsWith(`${key} `))) faults.push(`${key} is missing`);
    return value ?? '';
  };

  const readEmbeddings = (): EmbeddingSettings | null => {
    const [url, model, key] = [text('EMBEDDINGS_URL'), text('EMBEDDINGS_MODEL'), text('EMBEDDINGS_KEY')];
    if (url === null && model === null && key === null) return null;
    const fault = url === null ? null : addressFault(url);
    if (fault !== null) faults.push(`EMBEDDINGS_URL ${fault}`);
    // It becomes part of a header.
    if (key !== null && !/^[\x21-\x7e]+$/.test(key)) faults.push('EMBEDDINGS_KEY must be letters, digits and signs');
    return { url: require('EMBEDDINGS_URL', url), model: require('EMBEDDINGS_MODEL', model), key };
  };

  const readMailIn = (): MailInSettings | null => {
    const domain = text('MAIL_IN_DOMAIN')?.toLowerCase() ?? null;
    const port = count('MAIL_IN_PORT', 2525, 65_535);
    if (domain === null) return null;
    if (!isEmail(`gesprek@${domain}`)) faults.push('MAIL_IN_DOMAIN must be the part of an address after the @');
    return { domain, port, host: text('MAIL_IN_HOST') ?? '127.0.0.1' };
  };

  const isDemo = text('DEMO') === '1';
  const port = count('PORT', 3000, 65_535);
  const databaseUrl = require('DATABASE_URL', address('DATABASE_URL', ['postgres:', 'postgresql:']));
  const smtpUrl = address('SMTP_URL', ['smtp:', 'smtps:']);
  const publicUrl = address('PUBLIC_URL', ['http:', 'https:']);
  const secretKey = text('SECRET_KEY');
  if (isDemo && text('NODE_ENV') === 'production') faults.push('DEMO is not possible with NODE_ENV=production');
  if (!isDemo && isServing) {
    require('SMTP_URL', smtpUrl);
    require('PUBLIC_URL', publicUrl);
    // A link in a mail has to work for months, over every restart.
    require('SECRET_KEY', secretKey);
  }
  if (secretKey !== null && secretKey.length < 32) faults.push('SECRET_KEY must have at least 32 characters');
  const mailFrom = text('MAIL_FROM') ?? 'Kernagenda <noreply@localhost>';
  const securityContact = address('SECURITY_CONTACT', ['mailto:', 'https:']);
  const adminEmail = text('ADMIN_EMAIL')?.toLowerCase() ?? null;
  if (adminEmail !== null && !isEmail(adminEmail)) faults.push('ADMIN_EMAIL must be one e-mail address');
  const trustedProxies = count('TRUSTED_PROXIES', 0, 10);
  const embeddings = readEmbeddings();
  const mailIn = readMailIn();
  if (faults.length > 0) throw new SettingsError(`${faults.join('; ')}. ${hint}`);

  return {
    databaseUrl,
    // The demo has no passwords, so nobody else may reach it.
    host: isDemo ? '127.0.0.1' : (text('HOST') ?? '0.0.0.0'),
    port,
    publicUrl: new URL(publicUrl ?? `http://localhost:${port}`).origin,
    isDemo,
    smtpUrl: isDemo ? null : smtpUrl,
    mailFrom,
    mailIn,
    adminEmail,
    trustedProxies,
    secretKey: secretKey ?? randomBytes(32).toString('hex'),
    securityContact,
    matchingWorker: join(dirname(process.argv[1] ?? ''), 'matching.worker.mjs'),
    importingWorker: join(dirname(process.argv[1] ?? ''), 'importing.worker.mjs'),
    printingWorker: join(dirname(process.argv[1] ?? ''), 'printing.worker.mjs'),
    chromiumPath: text('CHROMIUM_PATH'),
    embeddings,
    webDir: text('WEB_DIR'),
  };
}
