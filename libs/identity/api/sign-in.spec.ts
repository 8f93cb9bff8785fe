import { createTestApp, until } from '@kernagenda/shared/api/testing';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { MeView } from '@kernagenda/identity/domain';
import { SignInService } from './sign-in.service';
import { aPerson } from './testing';

let app: TestApp;
let visitors = 0;
beforeAll(async () => {
  app = await createTestApp({ settings: { trustedProxies: 1 } });
});
afterAll(() => app.close());

/** Everybody lives at another address, or all would share one limit. */
const newcomer = () => {
  visitors += 1;
  return {
    email: `bewoner-${visitors}@dorp.test`,
    headers: { 'x-forwarded-for': `10.0.${visitors >> 8}.${visitors & 255}` },
  };
};
type Newcomer = ReturnType<typeof newcomer>;

const requestCode = ({ email, headers }: Newcomer) =>
  app.request<ProblemBody>('POST', '/api/v1/sign-in/code', { body: { email }, headers });

const mailedCode = async (who: Newcomer): Promise<string> => {
  await requestCode(who);
  const { text } = await app.mail.next(who.email);
  return /\d{6}/.exec(text)?.[0] ?? 'no code';
};

const signIn = ({ email, headers }: Newcomer, code: string, more: Readonly<Record<string, string>> = {}) =>
  app.request<ProblemBody>('POST', '/api/v1/sign-in', { body: { email, code }, headers: { ...headers, ...more } });

const cookieOf = ({ headers }: TestResponse<unknown>): string => headers.get('set-cookie')?.split(';')[0] ?? '';
const me = async (cookie: string) => (await app.request<MeView>('GET', '/api/v1/me', { as: { cookie } })).body.person;
const wrong = (code: string): string => (code === '000000' ? '111111' : '000000');

const waitingForLocks = async (): Promise<number> => {
  const rows = await app.dataSource.query<object[]>(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length;
};

describe('signing in', () => {
  it('enters somebody new with the code from the mail', async () => {
    const who = newcomer();
    const answer = await signIn(who, await mailedCode(who));
    expect(answer.status).toBe(204);
    expect(await me(cookieOf(answer))).toMatchObject({ email: who.email, homeVillageId: null, roles: [] });
  });

  it('finds the same person again, however the address is written', async () => {
    const who = newcomer();
    const first = await me(cookieOf(await signIn(who, await mailedCode(who))));
    const code = await mailedCode(who);
    const second = await me(cookieOf(await signIn({ ...who, email: ` ${who.email.toUpperCase()} ` }, code)));
    expect(second?.id).toBe(first?.id);
  });

  it('lets one of five in who come with the same code at once', async () => {
    const who = newcomer();
    const code = await mailedCode(who);
    const attempts = await app.dataSource.transaction(async (manager) => {
      // Held back by a lock on the row until all five stand at the door.
      await manager.query('select 1 from sign_in_code where email = $1 for update', [who.email]);
      const waiting = Array.from({ length: 5 }, () =>
        app.get(SignInService).signIn({ email: who.email, code }, 'hall'),
      );
      const settled = Promise.allSettled(waiting);
      await until(async () => (await waitingForLocks()) === 5);
      return { settled };
    });
    const outcomes = (await attempts.settled).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'rejected']);
  });
});

describe('attack 13: a code', () => {
  it('is dead after five wrong tries, also for who has it', async () => {
    const who = newcomer();
    const code = await mailedCode(who);
    for (let tries = 0; tries < 5; tries += 1) expect((await signIn(who, wrong(code))).body.code).toBe('invalid_code');
    expect((await signIn(who, code)).body.code).toBe('invalid_code');
  });

  it('still works after four', async () => {
    const who = newcomer();
    const code = await mailedCode(who);
    for (let tries = 0; tries < 4; tries += 1) await signIn(who, wrong(code));
    expect((await signIn(who, code)).status).toBe(204);
  });

  it('cannot be guessed faster in parallel', async () => {
    const who = newcomer();
    const code = await mailedCode(who);
    await Promise.all(Array.from({ length: 10 }, () => signIn(who, wrong(code))));
    const [row] = await app.dataSource.query<{ tries: number }[]>('select tries from sign_in_code where email = $1', [
      who.email,
    ]);
    expect(row?.tries).toBe(5);
  });

  it('works once', async () => {
    const who = newcomer();
    const code = await mailedCode(who);
    expect((await signIn(who, code)).status).toBe(204);
    expect((await signIn(who, code)).body.code).toBe('invalid_code');
  });

  it('works ten minutes', async () => {
    const who = newcomer();
    const code = await mailedCode(who);
    await app.advance({ seconds: 600 });
    expect((await signIn(who, code)).body.code).toBe('invalid_code');
  });

  it('works only for the address it was mailed to', async () => {
    const [who, other] = [newcomer(), newcomer()];
    const code = await mailedCode(who);
    await mailedCode(other);
    expect((await signIn(other, code)).body.code).toBe('invalid_code');
  });

  it('does not work once a newer one was mailed', async () => {
    const who = newcomer();
    const old = await mailedCode(who);
    const code = await mailedCode(who);
    if (old !== code) expect((await signIn(who, old)).body.code).toBe('invalid_code');
    expect((await signIn(who, code)).status).toBe(204);
  });

  it('is asked for five times in a quarter of an hour, then no more', async () => {
    const who = newcomer();
    for (let times = 0; times < 5; times += 1) expect((await requestCode(who)).status).toBe(202);
    expect((await requestCode(who)).body.code).toBe('too_many_requests');
    await app.advance({ seconds: 901 });
    expect((await requestCode(who)).status).toBe(202);
  });

  it('cannot be tried endlessly with ever new codes', async () => {
    const who = newcomer();
    const answers: string[] = [];
    for (let times = 0; times < 16; times += 1) answers.push((await signIn(who, '123456')).body.code);
    expect(answers.at(-1)).toBe('too_many_requests');
  });

  const elsewhere = (who: Newcomer): Newcomer => ({ ...newcomer(), email: who.email });

  it('cannot be kept from its owner by a stranger on another network', async () => {
    const who = newcomer();
    const stranger = elsewhere(who);
    for (let times = 0; times < 10; times += 1) await signIn(stranger, '123456');
    expect((await signIn(stranger, '123456')).body.code).toBe('too_many_requests');
    for (let times = 0; times < 5; times += 1) await requestCode(stranger);
    expect((await requestCode(stranger)).body.code).toBe('too_many_requests');
    expect((await requestCode(who)).status).toBe(202);
    expect((await signIn(who, wrong('123456'))).body.code).toBe('invalid_code');
  });

  it('cannot be kept from its owner by tries at no code, from however many networks', async () => {
    const who = newcomer();
    for (let networks = 0; networks < 5; networks += 1) {
      const stranger = elsewhere(who);
      for (let times = 0; times < 10; times += 1) await signIn(stranger, '123456');
    }
    expect((await signIn(who, await mailedCode(who))).status).toBe(204);
  });

  it('is guessed at forty times in a quarter of an hour by all networks together', async () => {
    const who = newcomer();
    for (let codes = 0; codes < 8; codes += 1) {
      const stranger = elsewhere(who);
      const code = await mailedCode(stranger);
      for (let times = 0; times < 5; times += 1) await signIn(stranger, wrong(code));
    }
    const code = await mailedCode(who);
    expect((await signIn(who, code)).body.code).toBe('too_many_requests');
    await app.advance({ seconds: 901 });
    expect((await signIn(who, await mailedCode(who))).status).toBe(204);
  });

  it('is mailed twenty times in a quarter of an hour for all networks together', async () => {
    const who = newcomer();
    for (let times = 0; times < 20; times += 1) expect((await requestCode(elsewhere(who))).status).toBe(202);
    expect((await requestCode(elsewhere(who))).status).toBe(429);
  });

  it('cannot be asked for endlessly by one network, whatever the addresses', async () => {
    const { headers } = newcomer();
    const statuses: number[] = [];
    for (let times = 0; times < 61; times += 1) {
      statuses.push((await requestCode({ email: newcomer().email, headers })).status);
    }
    expect(statuses.slice(0, 60).every((status) => status === 202)).toBe(true);
    expect(statuses[60]).toBe(429);
  });

  it('is stored in a form that is of no use without our key', async () => {
    const who = newcomer();
    const code = await mailedCode(who);
    const rows = await app.dataSource.query<object[]>('select * from sign_in_code where email = $1', [who.email]);
    const jobs = await app.dataSource.query<object[]>('select data from pgboss.job');
    expect(JSON.stringify([rows, jobs])).not.toContain(code);
  });

  it.each(['id', 'roles', 'displayName', 'isAdmin', 'tries', 'codeHash'])('brings no %s along', async (field) => {
    const { email, headers } = newcomer();
    const body = { email, code: '123456', [field]: 'x' };
    const answer = await app.request<ProblemBody>('POST', '/api/v1/sign-in', { body, headers });
    expect(answer.body.errors?.map(({ pointer }) => pointer)).toEqual([`/${field}`]);
  });
});

describe('attack 14: whether somebody has an account', () => {
  const seen = async (who: Newcomer) => {
    let answer: TestResponse<unknown> | null = null;
    const queries = await app.queriesDuring(async () => {
      answer = await requestCode(who);
    });
    return { answer: answer as TestResponse<unknown> | null, queries };
  };

  it('shows in no answer, and in no work that takes time', async () => {
    const known = newcomer();
    await aPerson(app, { email: known.email });
    const [first, second] = [await seen(known), await seen(newcomer())];
    const shape = (answer: TestResponse<unknown> | null) =>
      [answer?.status, answer?.body, [...(answer?.headers.keys() ?? [])]] as const;
    expect(shape(first.answer)).toEqual(shape(second.answer));
    expect(first.answer?.status).toBe(202);
    expect(first.queries).toEqual(second.queries);
  });

  it('shows not in the refusal of a code either', async () => {
    const known = newcomer();
    await aPerson(app, { email: known.email });
    await mailedCode(known);
    const { requestId: _, ...first } = (await signIn(known, '12345x'.replace('x', '0'))).body;
    const { requestId: __, ...second } = (await signIn(newcomer(), '123450')).body;
    expect(first).toEqual(second);
  });

  it('shows not in when tries end: a code that waits for its owner changes nothing', async () => {
    const known = newcomer();
    await aPerson(app, { email: known.email });
    await mailedCode(known);
    const answers = async (email: string) => {
      const stranger = { ...newcomer(), email };
      const all: string[] = [];
      for (let times = 0; times < 11; times += 1) all.push((await signIn(stranger, '123456')).body.code);
      return all;
    };
    expect(await answers(known.email)).toEqual(await answers(newcomer().email));
  });

  it('shows not when the limit is reached', async () => {
    const known = newcomer();
    await aPerson(app, { email: known.email });
    const statuses = async (who: Newcomer) => {
      const all: number[] = [];
      for (let times = 0; times < 6; times += 1) all.push((await requestCode(who)).status);
      return all;
    };
    expect(await statuses(known)).toEqual(await statuses(newcomer()));
  });
});

describe('attack 16: after signing in', () => {
  it('nobody is sent anywhere by the server', async () => {
    const who = newcomer();
    const code = await mailedCode(who);
    const path = '/api/v1/sign-in?next=https://evil.example&returnTo=//evil.example';
    const answer = await app.request('POST', path, { body: { email: who.email, code }, headers: who.headers });
    expect([answer.status, answer.headers.get('location')]).toEqual([204, null]);
  });

  it('no address to go to is taken along', async () => {
    const { email, headers } = newcomer();
    const body = { email, code: '123456', returnTo: 'https://evil.example' };
    const answer = await app.request<ProblemBody>('POST', '/api/v1/sign-in', { body, headers });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
  });
});

describe('attack 30: a session', () => {
  it('never takes a token that was brought along', async () => {
    const who = newcomer();
    const planted = 'ka_session=planted-by-somebody-else';
    const answer = await signIn(who, await mailedCode(who), { cookie: planted });
    expect(cookieOf(answer)).toMatch(/^ka_session=[\w-]{43}$/);
    expect(await me(planted)).toBeNull();
    expect(await me(cookieOf(answer))).not.toBeNull();
  });

  it('ends the one it replaces', async () => {
    const who = newcomer();
    const old = cookieOf(await signIn(who, await mailedCode(who)));
    await signIn(who, await mailedCode(who), { cookie: old });
    expect(await me(old)).toBeNull();
  });

  it('lives in a cookie no script and no other site can use', async () => {
    const who = newcomer();
    const { headers } = await signIn(who, await mailedCode(who));
    const attributes = headers.get('set-cookie')?.toLowerCase().split('; ').slice(1) ?? [];
    expect(attributes).toEqual(expect.arrayContaining(['httponly', 'secure', 'samesite=lax', 'path=/']));
    expect(attributes.some((attribute) => attribute.startsWith('domain'))).toBe(false);
  });

  it('is stored as a hash only', async () => {
    const { cookie } = await aPerson(app);
    const rows = await app.dataSource.query<object[]>('select * from session');
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });

  it('ends here with signing out, and elsewhere not', async () => {
    const who = newcomer();
    const phone = cookieOf(await signIn(who, await mailedCode(who)));
    const laptop = cookieOf(await signIn(who, await mailedCode(who)));
    const answer = await app.request('POST', '/api/v1/sign-out', { as: { cookie: phone } });
    expect(answer.headers.get('set-cookie')).toMatch(/ka_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/i);
    expect([await me(phone), (await me(laptop))?.email]).toEqual([null, who.email]);
  });

  it('ends everywhere with signing out everywhere, and closes open sockets', async () => {
    const who = newcomer();
    const phone = cookieOf(await signIn(who, await mailedCode(who)));
    const laptop = cookieOf(await signIn(who, await mailedCode(who)));
    const page = await app.open({ as: { cookie: laptop } });
    const closed = new Promise((resolve) => page.socket.once('disconnect', resolve));
    expect((await app.request('POST', '/api/v1/sign-out-everywhere', { as: { cookie: phone } })).status).toBe(204);
    expect([await me(phone), await me(laptop)]).toEqual([null, null]);
    await closed;
  });

  it('ends after thirty days', async () => {
    const { cookie } = await aPerson(app);
    expect(await me(cookie)).not.toBeNull();
    await app.advance({ days: 30 });
    expect(await me(cookie)).toBeNull();
  });

  it.each(['/api/v1/me', '/api/v1/openapi.json', '/api/v1/nothing'])(
    'leaves no copy of %s in a cache',
    async (path) => {
      const { headers } = await app.request('GET', path, { as: await aPerson(app) });
      expect(headers.get('cache-control')).toContain('no-store');
    },
  );

  it.each(['/api/v1/me', '/api/docs', '/api/v1/nothing', '/health/live'])('puts %s in no frame', async (path) => {
    const { headers } = await app.request('GET', path);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
