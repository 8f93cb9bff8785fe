import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { FirstAdmin } from './first-admin.service';
import { aPerson } from './testing';

const email = 'beheer@gemeente.test';

describe('ADMIN_EMAIL', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await createTestApp({ settings: { adminEmail: email } });
  });
  afterEach(() => app.close());

  const admins = () =>
    app.dataSource.query<{ email: string; endsAt: Date | null }[]>(
      `select p.email, r.ends_at as "endsAt" from person p join role_assignment r on r.person_id = p.id order by 2, 1`,
    );
  const startAgain = () => app.get(FirstAdmin).onApplicationBootstrap();

  it('makes the first administrator, who is entered, and writes it down', async () => {
    expect(await admins()).toEqual([{ email, endsAt: null }]);
    const audit = await app.dataSource.query<object[]>('select action from audit_entry order by id');
    expect(audit).toEqual([{ action: 'person.create' }, { action: 'role.assign' }]);
    const { cookie } = await aPerson(app, { email });
    expect((await app.request('GET', '/api/v1/areas', { as: { cookie } })).status).toBe(200);
  });

  it('makes nobody else, however often the server starts and at how many places at once', async () => {
    await Promise.all([startAgain(), startAgain(), startAgain()]);
    expect(await admins()).toHaveLength(1);
  });

  it('does nothing once somebody else administers', async () => {
    const other = await aPerson(app, {
      roles: [{ role: 'admin', scopeType: 'installation', scopeId: '00000000-0000-4000-8000-000000000000' }],
    });
    await app.dataSource.query('update role_assignment set ends_at = starts_at where person_id <> $1', [other.id]);
    await startAgain();
    expect((await admins()).filter(({ endsAt }) => endsAt === null)).toEqual([{ email: other.email, endsAt: null }]);
  });

  it('makes an administrator of somebody who is known, when nobody administers', async () => {
    await app.dataSource.query('update role_assignment set ends_at = starts_at');
    await app.advance({ seconds: 1 });
    await startAgain();
    expect((await admins()).filter(({ endsAt }) => endsAt === null)).toEqual([{ email, endsAt: null }]);
    expect(await app.dataSource.query('select 1 from person')).toHaveLength(1);
  });
});
