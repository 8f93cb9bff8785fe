import { AgendaReminders } from '@kernagenda/agendas/api';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { holdMail, listOf, subjectsTo } from './testing';

let app: TestApp;
let town: TestTown;
let chair: TestPerson;

beforeEach(async () => {
  app = await createTestApp();
  town = await aTown(app);
  chair = await inRole('chair', town.tricht);
});
afterEach(() => app.close());

const inRole = (role: 'chair' | 'secretary' | 'group_member', { id }: TestVillage): Promise<TestPerson> =>
  aPerson(app, { homeVillageId: id, roles: [{ role, scopeType: 'village', scopeId: id }] });
const wish = () => aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
const freeze = async (as = town.secretary): Promise<void> => {
  const body = { referenceOn: amsterdamDay(app.now()), receivedBy: 'De wethouder' };
  const { status } = await app.request('POST', `/api/v1/agendas/${town.tricht.slug}/versions`, { as, body });
  expect(status).toBe(201);
};
/** The nightly job, so many days later; everybody is signed in again. */
const nightAfter = async (days: number): Promise<void> => {
  await app.advance({ days });
  await app.dataSource.query(`update session set expires_at = $1::timestamptz + interval '1 day'`, [app.now()]);
  await app.get(AgendaReminders).remind();
  await app.settle();
};
const reminders = async (as: TestPerson): Promise<readonly string[]> =>
  (await subjectsTo(app, as)).filter((subject) => subject.startsWith('Tijd om'));
const share = (...villages: readonly TestVillage[]) =>
  app.dataSource.query(
    `with agenda as (insert into village_agenda (created_at) values (now()) returning id)
     insert into village_agenda_village (village_id, agenda_id) select v, agenda.id from unnest($1::uuid[]) v, agenda`,
    [villages.map(({ id }) => id)],
  );
const subject = 'Tijd om de kernagenda vast te leggen: Kernagenda Tricht';

describe('who keeps an agenda that was not frozen for half a year', () => {
  it('hears it once, in the app and by mail: secretary and chair, and nobody else', async () => {
    await freeze();
    const member = await inRole('group_member', town.tricht);
    await nightAfter(181);
    expect(await reminders(town.secretary)).toEqual([]);
    await nightAfter(1);
    await nightAfter(0);
    await nightAfter(1);
    for (const person of [town.secretary, chair]) {
      expect(await reminders(person)).toEqual([subject]);
      const lines = (await listOf(app, person)).filter(({ kind }) => kind === 'agenda_reminder');
      expect(lines).toMatchObject([
        { title: 'Kernagenda Tricht', reason: 'keeper', proposalId: null, village: { slug: town.tricht.slug } },
      ]);
    }
    for (const person of [member, town.resident, town.broker]) expect(await reminders(person)).toEqual([]);
    const mail = app.mail.received.find(({ recipients }) => recipients.includes(chair.email));
    expect(mail?.text).toContain(`/kernen/${town.tricht.slug}/agenda`);
    expect(mail?.text).toContain('want u houdt deze kernagenda bij');
    expect(mail?.text).toContain('Nooit meer mail');
  });

  it('hears it again as long after, while nothing was frozen, and starts anew with a version', async () => {
    await freeze();
    await nightAfter(182);
    await nightAfter(181);
    expect(await reminders(chair)).toHaveLength(1);
    await nightAfter(1);
    expect(await reminders(chair)).toHaveLength(2);
    await freeze();
    await nightAfter(181);
    expect(await reminders(chair)).toHaveLength(2);
    await nightAfter(1);
    expect(await reminders(chair)).toHaveLength(3);
  });

  it('of an agenda without a version hears it when it has had points for so long, and not without points', async () => {
    await nightAfter(200);
    expect(await reminders(chair)).toEqual([]);
    await wish();
    await nightAfter(181);
    await wish();
    expect(await reminders(chair)).toEqual([]);
    await nightAfter(1);
    expect(await reminders(chair)).toEqual([subject]);
  });

  it('is one and the same for villages that share it; brokers hear of villages where nobody keeps it', async () => {
    const [varik, heesselt] = [await aVillage(app, { name: 'Varik' }), await aVillage(app, { name: 'Heesselt' })];
    const brokers = [{ role: 'broker', scopeType: 'village', scopeId: varik.id } as const];
    const broker = await aPerson(app, { roles: brokers });
    const atHome = await aPerson(app, { homeVillageId: heesselt.id, roles: brokers });
    const author = await aPerson(app, { homeVillageId: varik.id });
    await share(varik, heesselt);
    await aProposal(app).in(varik).by(author).approvedBy(broker).save();
    await nightAfter(182);
    expect(await reminders(broker)).toEqual(['Tijd om de kernagenda vast te leggen: Kernagenda Heesselt en Varik']);
    expect(await reminders(atHome)).toEqual([]);
    const secretary = await inRole('secretary', heesselt);
    await nightAfter(182);
    expect(await reminders(broker)).toHaveLength(1);
    expect(await reminders(secretary)).toHaveLength(1);
  });

  it('hears of a few agendas a night, those that wait longest first', async () => {
    const secretaries: TestPerson[] = [];
    for (let n = 0; n < 6; n += 1) {
      const village = await aVillage(app);
      secretaries.push(await inRole('secretary', village));
      const author = await aPerson(app, { homeVillageId: village.id });
      const brokers = [{ role: 'broker', scopeType: 'village', scopeId: village.id } as const];
      await aProposal(app)
        .in(village)
        .by(author)
        .approvedBy(await aPerson(app, { roles: brokers }))
        .save();
      await app.advance({ seconds: 60 });
    }
    const told = async () => Promise.all(secretaries.map(async (person) => (await reminders(person)).length));
    await nightAfter(182);
    expect(await told()).toEqual([1, 1, 1, 1, 1, 0]);
    await nightAfter(1);
    expect(await told()).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('gets no mail of it once a version was frozen, or the part was given up, before it went', async () => {
    await freeze();
    await holdMail(app, true);
    await nightAfter(182);
    await app.dataSource.query('update role_assignment set ends_at = $2 where person_id = $1', [chair.id, app.now()]);
    await holdMail(app, false);
    expect(await reminders(town.secretary)).toHaveLength(1);
    expect(await reminders(chair)).toEqual([]);
    expect((await listOf(app, chair)).map(({ kind }) => kind)).not.toContain('agenda_reminder');
    await holdMail(app, true);
    await nightAfter(182);
    await freeze();
    await holdMail(app, false);
    expect(await reminders(town.secretary)).toHaveLength(1);
  });

  it('stops its mail with the link in it, and still reads it in the app', async () => {
    await freeze();
    await nightAfter(182);
    const mail = app.mail.received.find(({ recipients }) => recipients.includes(chair.email));
    const token = /stop\?bewijs=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    expect((await app.request('POST', '/api/v1/mail-stops', { body: { token } })).status).toBeLessThan(300);
    await nightAfter(182);
    expect(await reminders(chair)).toHaveLength(1);
    expect((await listOf(app, chair)).filter(({ kind }) => kind === 'agenda_reminder')).toHaveLength(2);
  });
});
