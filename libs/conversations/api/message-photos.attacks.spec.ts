import sharp from 'sharp';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { Role, ScopedRole } from '@kernagenda/identity/domain';
import { aPhoto, aTown, sendFile } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { ThreadCalls } from './testing/thread-calls';

const path = '/api/v1/message-photos';

let app: TestApp;
let calls: ThreadCalls;
let town: TestTown;
let resident: TestPerson;
let member: TestPerson;
let alderman: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
  town = await aTown(app);
  const inTown = (role: Role): ScopedRole => ({
    ...{ role, scopeType: 'municipality' },
    scopeId: town.tricht.municipalityId,
  });
  member = await aPerson(app, { roles: [{ role: 'group_member', scopeType: 'village', scopeId: town.tricht.id }] });
  alderman = await aPerson(app, { roles: [inTown('alderman')] });
  admin = await aPerson(app, { roles: [inTown('admin')] });
});
afterAll(() => app.close());
// Each test is another quarter of an hour, so that none uses up what another may send.
beforeEach(async () => {
  await app.advance({ seconds: 900 });
  resident = await aPerson(app, { homeVillageId: town.tricht.id });
});

/** A thread of the resident with the group and the brokers of the village. */
const aThread = (): Promise<string> =>
  calls.open(
    resident,
    { kind: 'person', personId: resident.id },
    { kind: 'group', villageId: town.tricht.id },
    { kind: 'brokers', villageId: town.tricht.id },
  );
const unsent = async (): Promise<string> => {
  const { status, body } = await calls.keepPhoto(resident);
  expect(status).toBe(201);
  return body.id;
};
const sent = async (threadId: string, as = resident): Promise<string> => {
  const { body } = await calls.keepPhoto(as);
  const photos = [{ id: body.id, description: 'De halte', isUndescribed: false }];
  expect((await calls.writeWith(as, threadId, photos)).status).toBe(201);
  return body.id;
};
const statusesOf = async (as: TestPerson | null, id: string): Promise<number[]> => {
  const seen = `"${id}-480"`;
  const answers = [
    await calls.openPhoto(as, id),
    await calls.openPhoto(as, id, { size: 1600 }),
    await calls.openPhoto(as, id, { seen }),
  ];
  return answers.map(({ status }) => status);
};
const readable = [200, 200, 304];
const nothing = [404, 404, 404];
const refusal = async (file: Buffer): Promise<readonly [number, string]> => {
  const { status, body } = await calls.keepPhoto(resident, file);
  const rows: unknown[] = await app.dataSource.query('select 1 from message_photo where sender_id = $1', [resident.id]);
  expect(rows).toEqual([]);
  return [status, body.code];
};

describe('attacks with photos in messages', () => {
  it('attack 19: a photo is seen by who reads its thread, and by nobody else', async () => {
    const id = await sent(await aThread());
    for (const as of [resident, town.broker, town.secretary, member]) {
      expect(await statusesOf(as, id)).toEqual(readable);
    }
    for (const as of [town.neighbour, town.otherBroker, town.official, alderman, admin]) {
      expect(await statusesOf(as, id)).toEqual(nothing);
    }
    expect(await statusesOf(null, id)).toEqual([401, 401, 401]);
  });

  it('attack 19: before it is sent it exists for its sender alone, who sends and removes it', async () => {
    const threadId = await aThread();
    const id = await unsent();
    expect(await statusesOf(resident, id)).toEqual(readable);
    const photos = [{ id, description: 'Van mij', isUndescribed: false }];
    for (const as of [town.broker, town.secretary, member, town.neighbour, town.otherBroker, alderman, admin]) {
      expect(await statusesOf(as, id)).toEqual(nothing);
      expect((await calls.removePhoto(as, id)).status).toBe(404);
    }
    for (const as of [town.broker, town.secretary]) {
      const { status, body } = await calls.writeWith(as, threadId, photos);
      expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/photos/0/id']]);
    }
    expect((await calls.keepPhoto(null)).status).toBe(401);
    expect((await calls.removePhoto(null, id)).status).toBe(401);
    expect(await statusesOf(resident, id)).toEqual(readable);
    expect((await calls.writeWith(resident, threadId, photos)).status).toBe(201);
  });

  it('attack 04: with a thread of others or one that is only read, no photo is sent along', async () => {
    const threadId = await aThread();
    for (const [as, status] of [
      [town.neighbour, 404],
      [member, 403],
    ] as const) {
      const { id } = (await calls.keepPhoto(as)).body;
      const photos = [{ id, description: 'Van mij', isUndescribed: false }];
      expect((await calls.writeWith(as, threadId, photos)).status).toBe(status);
      expect((await calls.removePhoto(as, id)).status).toBe(204);
    }
  });

  it('attack 06: who left sees the photos of before, and none that came later', async () => {
    const threadId = await aThread();
    const [own, before] = [await sent(threadId), await sent(threadId, town.broker)];
    await calls.leave(resident, threadId);
    const after = await sent(threadId, town.broker);
    expect(await statusesOf(resident, own)).toEqual(readable);
    expect(await statusesOf(resident, before)).toEqual(readable);
    expect(await statusesOf(resident, after)).toEqual(nothing);
    expect(await statusesOf(member, after)).toEqual(readable);
  });

  it('attack 12: with the role the photos of a thread end, also those of the own messages', async () => {
    const role = { role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId } as const;
    const passing = await aPerson(app);
    const endsAt = new Date(app.now().getTime() + 60_000);
    await app.dataSource.transaction((manager) =>
      app.get(PeopleRegistry).saveRole(manager, passing.id, role, { endsAt }),
    );
    const threadId = await aThread();
    const ids = [await sent(threadId), await sent(threadId, passing)];
    for (const id of ids) expect(await statusesOf(passing, id)).toEqual(readable);
    await app.advance({ seconds: 60 });
    for (const id of ids) expect(await statusesOf(passing, id)).toEqual(nothing);
  });

  it('attack 12: with the session the photos that were not sent end', async () => {
    const id = await unsent();
    await app.request('POST', '/api/v1/sign-out', { as: resident });
    expect(await statusesOf(resident, id)).toEqual([401, 401, 401]);
    expect((await calls.removePhoto(resident, id)).status).toBe(401);
  });

  it.each(['11 MB of noise', '11 MB that begin as a JPEG'])('attack 18: %s are refused', async (name) => {
    const file = Buffer.alloc(11 * 1024 * 1024, 'x');
    if (name.includes('JPEG')) (await aPhoto()).copy(file);
    expect(await refusal(file)).toEqual([413, 'image_too_large']);
  });

  it('attack 18: whoever sends without end is asked to wait', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 31; count += 1) {
      statuses.add((await calls.keepPhoto(resident, Buffer.from('no picture'))).status);
    }
    expect([...statuses]).toEqual([415, 429]);
  });

  it('attack 18: a form that breaks off, or that is none, is a problem and no crash', async () => {
    const send = (type: string, body: string) =>
      app.request<ProblemBody>('POST', path, { as: resident, body, headers: { 'content-type': type } });
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc';
    expect((await send('multipart/form-data; boundary=x', part)).status).toBe(400);
    expect((await send('application/json', '{}')).status).toBe(415);
    expect((await app.request('GET', '/health/live')).status).toBe(200);
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['PDF', '%PDF-1.7\n%%EOF'],
    ['nothing', ''],
  ])('attack 19: %s is refused, whatever its name and type say', async (_, text) => {
    expect(await refusal(Buffer.from(text))).toEqual([415, 'unsupported_image']);
  });

  it('attack 19: a page hidden in a picture does not come out, and nothing that is served can run', async () => {
    const page = '<html><script>alert(document.cookie)</script></html>';
    const picture = await sharp(await aPhoto())
      .withExif({ IFD0: { ImageDescription: page } })
      .jpeg()
      .toBuffer();
    const { body } = await calls.keepPhoto(resident, Buffer.concat([picture, Buffer.from(page)]));
    const { bytes, headers } = await calls.openPhoto(resident, body.id, { size: 1600 });
    expect(bytes.toString('latin1')).not.toContain('script');
    expect(headers.get('content-type')).toBe('image/webp');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toBe('inline; filename="foto-1600.webp"');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it.each(['0', '1', '4800', '480.webp', '480%2F..'])('attack 19: there is no size %s', async (size) => {
    expect((await app.request('GET', `${path}/${await unsent()}/${size}`, { as: resident })).status).toBe(404);
  });

  it('attack 01: what a file is called is nowhere in what is kept or served, and words stay text', async () => {
    const name = '"><img src=x onerror=alert(1)>\r\nx: ../../a.svg';
    const { body } = await sendFile(app, resident, path, await aPhoto(), { name });
    const { headers } = await calls.openPhoto(resident, body.id);
    expect(headers.get('content-disposition')).toBe('inline; filename="foto-480.webp"');
    const description = '<img src=x onerror=alert(1)>';
    const photos = [{ id: body.id, description, isUndescribed: false }];
    const written = await calls.writeWith(resident, await aThread(), photos);
    expect(written.body.photos.map((photo) => photo.description)).toEqual([description]);
  });
});
