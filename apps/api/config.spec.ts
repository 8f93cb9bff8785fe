import { SettingsError, readCommandSettings, readSettings } from './config';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://kern:geheim@db.example/kernagenda',
  SMTP_URL: 'smtp://kern:geheim@mail.example',
  PUBLIC_URL: 'https://kernagenda.example/',
  SECRET_KEY: 'thirty-two characters, or even more',
};

const faultOf = (environment: Record<string, string>): string => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
  }
  return 'no fault';
};

describe('settings', () => {
  it('are read from the environment', () => {
    const settings = readSettings(production);
    expect(settings).toMatchObject({
      isDemo: false,
      host: '0.0.0.0',
      port: 3000,
      publicUrl: 'https://kernagenda.example',
    });
  });

  it('are missing by name, all at once', () => {
    expect(faultOf({})).toMatch(
      /DATABASE_URL is missing; SMTP_URL is missing; PUBLIC_URL is missing; SECRET_KEY is missing/,
    );
  });

  it.each([
    ['DATABASE_URL', 'mysql://kern:geheim@db.example/x'],
    ['SMTP_URL', 'geheim'],
    ['PUBLIC_URL', 'ftp://geheim'],
    ['PORT', 'geheim'],
    ['PORT', '70000'],
    ['TRUSTED_PROXIES', '-1'],
    ['SECRET_KEY', 'geheim'],
    ['SECURITY_CONTACT', 'geheim@gemeente.example'],
    ['SECURITY_CONTACT', 'javascript:geheim'],
    ['EMBEDDINGS_URL', 'http://kern:geheim@modellen.example/v1/embeddings'],
    ['EMBEDDINGS_URL', 'file:///geheim'],
    ['EMBEDDINGS_KEY', 'geheim\r\nmet: regel'],
    ['MAIL_IN_DOMAIN', 'geheim@gemeente.example'],
    ['MAIL_IN_PORT', 'geheim'],
    ['ADMIN_EMAIL', 'geheim'],
    ['ADMIN_EMAIL', 'geheim@dorp.test, ander@dorp.test'],
  ])('names %s without its value when it is wrong', (key, value) => {
    const fault = faultOf({ ...production, [key]: value });
    expect(fault).toContain(key);
    expect(fault).not.toContain(value);
  });

  it('receive mail where a domain is named, and nowhere else', () => {
    expect(readSettings(production).mailIn).toBeNull();
    const { mailIn } = readSettings({ ...production, MAIL_IN_DOMAIN: 'Antwoord.Gemeente.example' });
    expect(mailIn).toEqual({ domain: 'antwoord.gemeente.example', host: '127.0.0.1', port: 2525 });
  });

  it('name the first administrator, or nobody', () => {
    expect(readSettings({ ...production, ADMIN_EMAIL: ' Beheer@Gemeente.example ' }).adminEmail).toBe(
      'beheer@gemeente.example',
    );
    expect(readSettings({ ...production, ADMIN_EMAIL: '' }).adminEmail).toBeNull();
  });

  it('name no embedding model, or one with its address', () => {
    expect(readSettings(production).embeddings).toBeNull();
    const address = { EMBEDDINGS_URL: 'http://ollama:11434/v1/embeddings' };
    expect(readSettings({ ...production, ...address, EMBEDDINGS_MODEL: 'bge-m3' }).embeddings).toEqual({
      url: address.EMBEDDINGS_URL,
      model: 'bge-m3',
      key: null,
    });
    expect(faultOf({ ...production, ...address })).toContain('EMBEDDINGS_MODEL is missing');
    expect(faultOf({ ...production, EMBEDDINGS_KEY: 'geheim' })).toMatch(
      /^EMBEDDINGS_URL is missing; EMBEDDINGS_MODEL is missing\./,
    );
  });

  it('keep the demo on this machine', () => {
    const settings = readSettings({ DEMO: '1', DATABASE_URL: production.DATABASE_URL, HOST: '0.0.0.0' });
    expect(settings).toMatchObject({
      isDemo: true,
      host: '127.0.0.1',
      smtpUrl: null,
      publicUrl: 'http://localhost:3000',
    });
  });

  it('refuse the demo in production', () => {
    expect(faultOf({ ...production, DEMO: '1' })).toContain('DEMO');
  });

  it('never make a demo by themselves', () => {
    expect(readSettings(production).isDemo).toBe(false);
  });

  it('asks a command that ends by itself for no address and no mail server', () => {
    const environment = { DATABASE_URL: 'postgres://localhost/kernagenda' };
    expect(() => readSettings(environment)).toThrow('SMTP_URL is missing; PUBLIC_URL is missing');
    expect(readCommandSettings(environment)).toMatchObject({ isDemo: false, smtpUrl: null });
    expect(() => readCommandSettings({})).toThrow('DATABASE_URL is missing');
  });
});
