import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { imageLimits } from '@kernagenda/shared/domain';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { photoLimits } from '@kernagenda/proposals/domain/photos';
import type { PhotoUpdate, PhotoView } from '@kernagenda/proposals/domain';
import { aPhoto, aProposal, aTown, changePhoto, openPhoto, perform, removePhoto, see, sendPhoto } from './testing';
import type { ProposalBuilder, TestTown } from './testing';

let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp();
  town = await aTown(app);
});
afterAll(() => app.close());
// Each test is another quarter of an hour, so that none uses up what another may send.
beforeEach(() => app.advance({ seconds: 900 }));

/** In EXIF, the tag of where a picture was taken (GPSInfo), with its smallest byte first. */
const tagOfThePlace = Buffer.from([0x25, 0x88]);

const write = (): ProposalBuilder => aProposal(app).in(town.tricht).by(town.resident);

const add = async (proposal: { readonly id: string }, file?: Buffer): Promise<PhotoView> => {
  const { status, body } = await sendPhoto(app, town.resident, proposal.id, file ?? (await aPhoto()));
  expect([status, body]).toMatchObject([201, { width: expect.any(Number) as unknown }]);
  return body;
};
const change = async (photo: PhotoView, update: PhotoUpdate): Promise<PhotoView> =>
  (await changePhoto(app, town.resident, photo.id, update)).body;
const described = async (proposal: { readonly id: string }): Promise<PhotoView> =>
  change(await add(proposal), { description: 'De steiger zonder bank' });

describe('a photo of a proposal', () => {
  it('comes in with the place where it was taken and is kept without', async () => {
    const sent = await aPhoto({ width: 2000, height: 1000 });
    const { exif } = await sharp(sent).metadata();
    expect(exif?.toString('latin1')).toContain('Telefoon');
    expect(exif?.includes(tagOfThePlace)).toBe(true);
    const photo = await add(await write().save(), sent);
    expect(photo).toEqual({ id: photo.id, description: '', isUndescribed: false, width: 1600, height: 800 });
    for (const size of [480, 1600]) {
      const { bytes } = await openPhoto(app, town.resident, photo.id, { size });
      const kept = await sharp(bytes).metadata();
      expect(kept).toMatchObject({ format: 'webp', width: size, height: size / 2 });
      expect([kept.exif, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined]);
      expect(bytes.toString('latin1')).not.toMatch(/Telefoon|Bewoner|GPS|EXIF/);
    }
  });

  it('stands upright, whichever way the telephone was held', async () => {
    const lying = await sharp({ create: { width: 600, height: 400, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Orientation: '6' } })
      .jpeg()
      .toBuffer();
    const turned = await sharp(lying).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await add(await write().save(), turned)).toMatchObject({ width: 400, height: 600 });
  });

  it.each(['jpeg', 'png', 'webp'] as const)('may be a %s, also with a see-through background', async (format) => {
    const file = await sharp({ create: { width: 90, height: 60, channels: 4, background: '#ff000000' } })
      .toFormat(format)
      .toBuffer();
    const photo = await add(await write().save(), file);
    expect(photo).toMatchObject({ width: 90, height: 60 });
    const { bytes } = await openPhoto(app, town.resident, photo.id);
    expect((await sharp(bytes).metadata()).hasAlpha).toBe(false);
  });

  it('takes at most 500 kB of every size, even where no two pixels are alike', async () => {
    const noise = { raw: { width: 1600, height: 1600, channels: 3 } } as const;
    const file = await sharp(randomBytes(1600 * 1600 * 3), noise)
      .jpeg()
      .toBuffer();
    const photo = await add(await write().save(), file);
    const { bytes } = await openPhoto(app, town.resident, photo.id, { size: 1600 });
    expect(bytes.length).toBeLessThanOrEqual(imageLimits.storedBytes);
    expect(bytes.length).toBeGreaterThan(100_000);
  });

  it('is described, moved and taken away by its author', async () => {
    const draft = await write().save();
    const [first, second, third] = [await add(draft), await add(draft), await add(draft)];
    expect((await change(third, { description: ' De  steiger\n' })).description).toBe('De steiger');
    expect((await change(second, { isUndescribed: true })).isUndescribed).toBe(true);
    await change(third, { position: 0 });
    await removePhoto(app, town.resident, first.id);
    const { photos } = await see(app, draft.id, town.resident);
    expect(photos.map(({ id }) => id)).toEqual([third.id, second.id]);
    expect((await openPhoto(app, town.resident, first.id)).status).toBe(404);
  });

  it('has words, or the choice for none, and never both', async () => {
    const photo = await add(await write().save());
    await change(photo, { isUndescribed: true });
    const words = await change(photo, { description: 'De kerk' });
    expect(words).toMatchObject({ description: 'De kerk', isUndescribed: false });
    const none = await change(photo, { isUndescribed: true });
    expect(none).toMatchObject({ description: '', isUndescribed: true });
    const tooLong = { description: 'a'.repeat(photoLimits.description.max + 1) };
    const long = await changePhoto(app, town.resident, photo.id, tooLong);
    expect(long.status).toBe(400);
  });

  it('is sent in only when its author said what it shows, or chose not to', async () => {
    const draft = await write().save();
    const [first, second] = [await described(draft), await add(draft)];
    const early = await perform<ProblemBody>(app, town.resident, 'submit', draft);
    expect([early.status, early.body.errors?.map(({ pointer }) => pointer)]).toEqual([400, ['/photos/1/description']]);
    await change(second, { isUndescribed: true });
    await perform(app, town.resident, 'submit', await see(app, draft.id, town.resident));
    const { photos } = await see(app, draft.id, town.broker);
    expect(photos.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('is sent once, however often the same call arrives; another one needs another key', async () => {
    const draft = await write().save();
    const [file, other] = [await aPhoto(), await aPhoto({ colour: '#aa3322' })];
    const key = { 'idempotency-key': 'a-key-of-this-photo' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => sendPhoto(app, town.resident, draft.id, file, { headers: key })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect((await see(app, draft.id, town.resident)).photos).toHaveLength(1);
    const reused = await sendPhoto<ProblemBody>(app, town.resident, draft.id, other, { headers: key });
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('is one of five at most, also when ten arrive at once', async () => {
    const draft = await write().save();
    const file = await aPhoto({ width: 60, height: 40 });
    const send = () => sendPhoto<ProblemBody>(app, town.resident, draft.id, file);
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(photoLimits.count);
    expect((await see(app, draft.id, town.resident)).photos).toHaveLength(photoLimits.count);
    const sixth = await send();
    expect([sixth.status, sixth.body.code]).toEqual([409, 'too_many_photos']);
  });

  it('counts as an edit after a refusal, and others see a new one only when it is sent in', async () => {
    const draft = await write().withPhoto().refusedBy(town.broker).save();
    for (const { id } of draft.photos) await removePhoto(app, town.resident, id);
    const fresh = await described(draft);
    expect((await see(app, draft.id, town.resident)).allowedActions).toContain('submit');
    expect((await see(app, draft.id, town.broker)).photos).toEqual([]);
    expect((await openPhoto(app, town.broker, fresh.id)).status).toBe(404);
    await perform(app, town.resident, 'submit', await see(app, draft.id, town.resident));
    expect((await see(app, draft.id, town.broker)).photos).toEqual([fresh]);
    expect((await openPhoto(app, town.broker, fresh.id)).status).toBe(200);
  });

  it('is gone with its draft', async () => {
    const draft = await write().save();
    const photo = await add(draft);
    await app.request('DELETE', `/api/v1/proposals/${draft.id}`, { as: town.resident });
    const left: unknown = await app.dataSource.query('select 1 from proposal_photo_file where photo_id = $1', [
      photo.id,
    ]);
    expect(left).toEqual([]);
  });

  it('is asked for with its proposal in as many questions with five as with none', async () => {
    const draft = await write().save();
    const questions = (): Promise<string[]> =>
      app.queriesDuring(() => app.request('GET', `/api/v1/proposals/${draft.id}`, { as: town.resident }));
    const none = await questions();
    for (let count = 0; count < photoLimits.count; count += 1) await add(draft);
    expect((await questions()).length).toBe(none.length);
  });

  it('is kept by a browser for minutes once it is public, and asked again by its tag', async () => {
    const draft = await described(await write().save());
    expect((await openPhoto(app, town.resident, draft.id)).headers.get('cache-control')).toBe('private, no-store');
    const [photo] = (await write().withPhoto().approvedBy(town.broker).save()).photos;
    if (!photo) throw new Error('The photo is gone.');
    const first = await openPhoto(app, null, photo.id);
    expect(first.headers.get('cache-control')).toBe('private, max-age=300');
    const again = await openPhoto(app, null, photo.id, { seen: first.headers.get('etag') ?? '' });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });
});
