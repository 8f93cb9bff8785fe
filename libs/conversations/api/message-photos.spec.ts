import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { threadLimits } from '@kernagenda/conversations/domain';
import type { MessagePhotoInput } from '@kernagenda/conversations/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aPhoto, aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { photoLimits } from '@kernagenda/proposals/domain/photos';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { MessagePhotosService } from './message-photos.service';
import { ThreadCalls } from './testing/thread-calls';

let app: TestApp;
let town: TestTown;
let calls: ThreadCalls;
let resident: TestPerson;
let threadId: string;

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
  town = await aTown(app);
});
beforeEach(async () => {
  resident = await aPerson(app, { homeVillageId: town.tricht.id });
  const { body } = await calls.start(resident, town.tricht.id);
  threadId = body.id;
});
afterAll(() => app.close());

const kept = async (file?: Buffer): Promise<PhotoView> => {
  const { status, body } = await calls.keepPhoto(resident, file);
  expect([status, body]).toMatchObject([201, { width: expect.any(Number) as unknown }]);
  return body;
};
const described = ({ id }: PhotoView, description = 'De bushalte'): MessagePhotoInput => ({
  ...{ id, description },
  isUndescribed: false,
});
const photosOf = async (number: number, as = resident): Promise<readonly PhotoView[] | undefined> =>
  (await calls.read(as, threadId)).body.items.find((message) => message.number === number)?.photos;
const rowsOf = (id: string): Promise<unknown[]> =>
  app.dataSource.query('select 1 from message_photo_file where photo_id = $1', [id]);

describe('a photo of a message', () => {
  it('comes in with the place where it was taken and is kept without', async () => {
    const sent = await aPhoto({ width: 2000, height: 1000 });
    expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('Telefoon');
    const photo = await kept(sent);
    expect(photo).toEqual({ id: photo.id, description: '', isUndescribed: false, width: 1600, height: 800 });
    await calls.writeWith(resident, threadId, [described(photo)]);
    for (const size of [480, 1600]) {
      const { bytes } = await calls.openPhoto(town.broker, photo.id, { size });
      const { format, width, exif, xmp, iptc } = await sharp(bytes).metadata();
      expect({ format, width, exif, xmp, iptc }).toEqual({
        ...{ format: 'webp', width: size },
        ...{ exif: undefined, xmp: undefined, iptc: undefined },
      });
      expect(bytes.toString('latin1')).not.toMatch(/Telefoon|Bewoner|GPS|EXIF/);
    }
  });

  it('stands with its words in the order of its sender, for all who read', async () => {
    const [first, second] = [await kept(), await kept()];
    const { status, body } = await calls.writeWith(resident, threadId, [
      { id: second.id, description: ' De  halte\n', isUndescribed: false },
      { id: first.id, description: 'Dit vervalt', isUndescribed: true },
    ]);
    expect(status).toBe(201);
    const photos = [
      { ...second, description: 'De halte', isUndescribed: false },
      { ...first, description: '', isUndescribed: true },
    ];
    expect(body.photos).toEqual(photos);
    expect(await photosOf(2)).toEqual(photos);
    expect(await photosOf(2, town.broker)).toEqual(photos);
    expect(await photosOf(1)).toEqual([]);
  });

  it('may go with the first message of a thread', async () => {
    const photos = [described(await kept())];
    const { status, body } = await calls.start(resident, town.tricht.id, { photos });
    expect(status).toBe(201);
    threadId = body.id;
    expect(await photosOf(1, town.broker)).toMatchObject(photos);
  });

  it('has words or the choice for none, or the message is not sent', async () => {
    const [spoken, silent] = [await kept(), await kept()];
    const early = await calls.writeWith(resident, threadId, [described(spoken), described(silent, ' ')]);
    expect([early.status, early.body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/photos/1/description']]);
    expect((await calls.read(resident, threadId)).body.items).toHaveLength(1);
    const long = described(spoken, 'a'.repeat(photoLimits.description.max + 1));
    const tooLong = await calls.writeWith(resident, threadId, [long]);
    expect(tooLong.body.errors?.map(({ pointer }) => pointer)).toEqual(['/photos/0/description']);
  });

  it('is an own one that exists and was not sent before, once', async () => {
    const [own, sent] = [await kept(), await kept()];
    await calls.writeWith(resident, threadId, [described(sent)]);
    const of = (await calls.keepPhoto(town.neighbour)).body;
    const missing = { ...own, id: randomUUID() };
    const photos = [own, own, sent, of, missing].map((photo) => described(photo));
    const { status, body } = await calls.writeWith(resident, threadId, photos);
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual([1, 2, 3, 4].map((index) => `/photos/${index}/id`));
    expect((await calls.read(resident, threadId)).body.items).toHaveLength(2);
    expect((await calls.writeWith(resident, threadId, [described(own)])).status).toBe(201);
  });

  it('is one of five at most, and a list of photos or none', async () => {
    const six = Array.from({ length: 6 }, () => described({ id: randomUUID() } as PhotoView));
    for (const photos of [six, null, 'x', [{ id: 'x' }]]) {
      const { status, body } = await calls.writeWith(resident, threadId, photos as never);
      expect([status, body.code]).toEqual([400, 'invalid_input']);
    }
  });

  it('goes with one message when two are sent with it at once', async () => {
    const photo = described(await kept());
    const answers = await Promise.all([1, 2].map(() => calls.writeWith(resident, threadId, [photo])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
  });

  it('is kept once and sent once, however often the same call arrives; another one needs another key', async () => {
    const [file, other] = [await aPhoto(), await aPhoto({ colour: '#aa3322' })];
    const key = { 'idempotency-key': 'a-key-of-this-photo' };
    const answers = await Promise.all([1, 2, 3].map(() => calls.keepPhoto(resident, file, key)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const reused = await calls.keepPhoto(resident, other, key);
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency_key_reused']);
    const photos = answers.slice(0, 1).map(({ body }) => described(body));
    const again = { 'idempotency-key': randomUUID() };
    const sent = await Promise.all([1, 2, 3].map(() => calls.writeWith(resident, threadId, photos, again)));
    expect(new Set(sent.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect((await calls.read(resident, threadId)).body.items).toHaveLength(2);
  });

  it('waits beside a few others at most, also when many arrive at once', async () => {
    await app.dataSource.query(
      `insert into message_photo (sender_id, width, height, created_at)
       select $1, 4, 3, $2 from generate_series(2, $3::int)`,
      [resident.id, app.now(), threadLimits.unsentPhotos],
    );
    const answers = await Promise.all(Array.from({ length: 6 }, () => calls.keepPhoto(resident)));
    const refused = answers.filter(({ status }) => status !== 201).map(({ status, body }) => `${status} ${body.code}`);
    expect(refused).toEqual(Array.from({ length: 5 }, () => '409 too_many_photos'));
    const photos = answers.filter(({ status }) => status === 201).map(({ body }) => described(body));
    await calls.writeWith(resident, threadId, photos);
    expect((await calls.keepPhoto(resident)).status).toBe(201);
  });

  it('is taken away by its sender until it is sent, and stays from then on', async () => {
    const photo = await kept();
    expect((await calls.removePhoto(town.broker, photo.id)).status).toBe(404);
    expect((await calls.removePhoto(resident, photo.id)).status).toBe(204);
    expect((await calls.removePhoto(resident, photo.id)).status).toBe(404);
    expect(await rowsOf(photo.id)).toEqual([]);
    const sent = await kept();
    await calls.writeWith(resident, threadId, [described(sent)]);
    expect((await calls.removePhoto(resident, sent.id)).status).toBe(404);
    expect((await calls.openPhoto(resident, sent.id)).status).toBe(200);
  });

  it('is forgotten a day later when it was never sent', async () => {
    const [sent, unsent] = [await kept(), await kept()];
    await calls.writeWith(resident, threadId, [described(sent)]);
    await app.advance({ seconds: threadLimits.unsentPhotoSeconds });
    const fresh = await kept();
    await app.get(MessagePhotosService).forgetUnsent();
    expect(await rowsOf(unsent.id)).toHaveLength(2);
    await app.advance({ seconds: 1 });
    await app.get(MessagePhotosService).forgetUnsent();
    expect(await rowsOf(unsent.id)).toEqual([]);
    expect(await rowsOf(sent.id)).toHaveLength(2);
    expect(await rowsOf(fresh.id)).toHaveLength(2);
  });

  it('is kept by no browser, and asked again by its tag', async () => {
    const photo = await kept();
    const lookTwice = async (as: TestPerson): Promise<void> => {
      const first = await calls.openPhoto(as, photo.id);
      expect(first.headers.get('cache-control')).toBe('private, no-store');
      const again = await calls.openPhoto(as, photo.id, { seen: first.headers.get('etag') ?? '' });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
    };
    await lookTwice(resident);
    await calls.writeWith(resident, threadId, [described(photo)]);
    await lookTwice(town.broker);
  });

  it('is answered with one question, besides who asks', async () => {
    const photo = await kept();
    await calls.writeWith(resident, threadId, [described(photo)]);
    await app.advance({ seconds: threadLimits.toldAfterSeconds + 1 });
    await app.settle();
    const whoAsks = await app.queriesDuring(() => calls.openPhoto(town.broker, photo.id, { size: 1 }));
    const questions = await app.queriesDuring(() => calls.openPhoto(town.broker, photo.id));
    expect(questions.length - whoAsks.length).toBe(1);
  });

  it('takes no question more to the list of messages, at 50 rows as at 5', async () => {
    const grow = `
      with m as (insert into message (thread_id, number, participant_id, body, created_at)
        select $1, n, (select id from thread_participant where thread_id = $1 limit 1), 'Hallo', now()
        from generate_series($2::int, $3::int) n returning id)
      insert into message_photo (sender_id, message_id, position, description, width, height, created_at)
        select $4, m.id, n, 'De halte', 4, 3, now() from m, generate_series(0, 4) n`;
    await app.advance({ seconds: threadLimits.toldAfterSeconds + 1 });
    await app.settle();
    const counts: number[] = [];
    for (const [from, to] of [
      [2, 5],
      [6, 50],
    ]) {
      await app.dataSource.query(grow, [threadId, from, to, resident.id]);
      await app.dataSource.query('update thread set last_number = $2 where id = $1', [threadId, to]);
      counts.push((await app.queriesDuring(() => calls.read(town.broker, threadId, '?limit=100'))).length);
    }
    const { items } = (await calls.read(town.broker, threadId, '?limit=100')).body;
    expect(items.flatMap(({ photos }) => photos)).toHaveLength(49 * 5);
    expect(counts[0]).toBe(counts[1]);
  });
});
