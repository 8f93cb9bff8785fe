import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { aPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { PhotoView, ProposalView } from '@kernagenda/proposals/domain';
import { aPhoto, aProposal, aTown, openPhoto, perform, reasons, removePhoto, see, sendPhoto } from './testing';
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

const write = (): ProposalBuilder => aProposal(app).in(town.tricht).by(town.resident);

const photoOf = ({ photos: [photo] }: ProposalView): string => {
  if (!photo) throw new Error('There is no photo.');
  return photo.id;
};
const add = async (proposal: { readonly id: string }, file: Buffer): Promise<PhotoView> => {
  const { status, body } = await sendPhoto(app, town.resident, proposal.id, file);
  expect(status).toBe(201);
  return body;
};
const refusal = async (file: Buffer): Promise<readonly [number, string]> => {
  const draft = await write().save();
  const { status, body } = await sendPhoto<ProblemBody>(app, town.resident, draft.id, file);
  expect((await see(app, draft.id, town.resident)).photos).toEqual([]);
  return [status, body.code];
};

/** A PNG that says it is as large as it likes, with hardly any bytes. */
function aBomb(width: number, height: number): Buffer {
  const table = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  );
  const crc = (data: Buffer): number =>
    (data.reduce((c, byte) => ((table[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)) >>> 0, 0xffffffff) ^ 0xffffffff) >>> 0;
  const chunk = (name: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(1_000_000));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

describe('attacks with photos', () => {
  it.each(['11 MB of noise', '11 MB that begin as a JPEG'])('attack 18: %s are refused', async (name) => {
    const file = Buffer.alloc(11 * 1024 * 1024, 'x');
    if (name.includes('JPEG')) (await aPhoto()).copy(file);
    expect(await refusal(file)).toEqual([413, 'image_too_large']);
  });

  it.each([
    [50_000, 50_000],
    [40_001, 1000],
    [2_000_000_000, 1],
  ])('attack 18: a picture that says it is %i by %i is refused before it is decoded', async (width, height) => {
    const bomb = aBomb(width, height);
    expect(bomb.length).toBeLessThan(5000);
    const [status] = await refusal(bomb);
    expect([413, 415]).toContain(status);
  });

  it('attack 18: a form with more than one file, or with fields, is refused', async () => {
    const draft = await write().save();
    const file = new Blob([new Uint8Array(await aPhoto())]);
    const forms: readonly (readonly [string, Blob | string][])[] = [
      [
        ['file', file],
        ['file', file],
      ],
      [
        ['caption', 'x'],
        ['file', file],
      ],
      [['other', file]],
      [],
    ];
    for (const parts of forms) {
      const body = new FormData();
      for (const [name, value] of parts) body.append(name, value);
      const path = `/api/v1/proposals/${draft.id}/photos`;
      const answer = await app.request<ProblemBody>('POST', path, { as: town.resident, body });
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
    }
    expect((await see(app, draft.id, town.resident)).photos).toEqual([]);
  });

  it('attack 18: a form that breaks off, or that is none, is a problem and no crash', async () => {
    const draft = await write().save();
    const path = `/api/v1/proposals/${draft.id}/photos`;
    const send = (type: string, body: string) =>
      app.request<ProblemBody>('POST', path, { as: town.resident, body, headers: { 'content-type': type } });
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc';
    expect((await send('multipart/form-data; boundary=x', part)).status).toBe(400);
    expect((await send('multipart/form-data', part)).status).toBe(400);
    expect((await send('application/json', '{}')).status).toBe(415);
    expect((await app.request('GET', '/health/live')).status).toBe(200);
  });

  it('attack 18: a route that takes no file takes no form either', async () => {
    const body = new FormData();
    body.set('title', 'Een bankje');
    const { status } = await app.request('POST', '/api/v1/proposals', { as: town.resident, body });
    expect(status).toBe(415);
  });

  it('attack 18: whoever sends without end is asked to wait', async () => {
    const draft = await write().save();
    const statuses = new Set<number>();
    for (let count = 0; count < 31; count += 1) {
      statuses.add((await sendPhoto(app, town.resident, draft.id, Buffer.from('no picture'))).status);
    }
    expect([...statuses]).toEqual([415, 429]);
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['PDF', '%PDF-1.7\n%%EOF'],
    ['text', 'no picture at all'],
    ['nothing', ''],
    ['HEIC', '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'],
  ])('attack 19: %s is refused, whatever its name and type say', async (_, text) => {
    expect(await refusal(Buffer.from(text))).toEqual([415, 'unsupported_image']);
  });

  it.each(['gif', 'tiff'] as const)('attack 19: a real %s is refused', async (format) => {
    const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } });
    expect(await refusal(await picture.toFormat(format).toBuffer())).toEqual([415, 'unsupported_image']);
  });

  it('attack 19: half a picture is refused', async () => {
    const whole = await aPhoto();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toEqual([415, 'unsupported_image']);
  });

  it('attack 01: what a file is called is nowhere in what is kept or served', async () => {
    const name = '"><img src=x onerror=alert(1)>\r\nx: ../../a.svg';
    const draft = await write().save();
    const { body } = await sendPhoto(app, town.resident, draft.id, await aPhoto(), { name });
    expect(JSON.stringify(await see(app, draft.id, town.resident))).not.toContain('onerror');
    const { headers } = await openPhoto(app, town.resident, body.id);
    expect(headers.get('content-disposition')).toBe('inline; filename="foto-480.webp"');
  });

  it('attack 12: with the role the photos of what waits end, at the moment it ends', async () => {
    const role = { role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId } as const;
    const passing = await aPerson(app);
    const endsAt = new Date(app.now().getTime() + 60_000);
    await app.dataSource.transaction((manager) =>
      app.get(PeopleRegistry).saveRole(manager, passing.id, role, { endsAt }),
    );
    const id = photoOf(await write().withPhoto().submitted().save());
    const first = await openPhoto(app, passing, id);
    expect(first.status).toBe(200);
    await app.advance({ seconds: 60 });
    expect((await openPhoto(app, passing, id)).status).toBe(404);
    expect((await openPhoto(app, passing, id, { seen: first.headers.get('etag') ?? '' })).status).toBe(404);
  });

  it('attack 12: with the session the photos of an own draft end', async () => {
    const author = await aPerson(app, { homeVillageId: town.tricht.id });
    const id = photoOf(await aProposal(app).in(town.tricht).by(author).withPhoto().save());
    expect((await openPhoto(app, author, id)).status).toBe(200);
    await app.request('POST', '/api/v1/sign-out', { as: author });
    expect((await openPhoto(app, author, id)).status).toBe(404);
    expect((await removePhoto(app, author, id)).status).toBe(401);
  });

  it('attack 19: a page hidden in a picture does not come out, and nothing that is served can run', async () => {
    const page = '<html><script>alert(document.cookie)</script></html>';
    const picture = await sharp(await aPhoto())
      .withExif({ IFD0: { ImageDescription: page } })
      .jpeg()
      .toBuffer();
    const polyglot = Buffer.concat([picture, Buffer.from(page)]);
    expect(polyglot.toString('latin1').split(page)).toHaveLength(3);
    const photo = await add(await write().save(), polyglot);
    const { bytes, headers } = await openPhoto(app, town.resident, photo.id, { size: 1600 });
    expect(bytes.toString('latin1')).not.toContain('script');
    expect(headers.get('content-type')).toBe('image/webp');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toBe('inline; filename="foto-1600.webp"');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it.each(['0', '1', '4800', '480.webp', '-480', '480%2F..', 'NaN'])('attack 19: there is no size %s', async (size) => {
    const photo = await add(await write().save(), await aPhoto());
    const path = `/api/v1/photos/${photo.id}/${size}`;
    expect((await app.request('GET', path, { as: town.resident })).status).toBe(404);
  });

  it('attack 21: a photo goes with the point that is hidden, also for who has its tag', async () => {
    const point = await write().withPhoto().approvedBy(town.broker).save();
    const id = photoOf(point);
    const seen = (await openPhoto(app, null, id)).headers.get('etag') ?? '';
    await perform(app, town.broker, 'hide', await see(app, point.id, town.broker), reasons);
    for (const as of [null, town.neighbour, town.otherBroker]) {
      expect((await openPhoto(app, as, id)).status).toBe(404);
      expect((await openPhoto(app, as, id, { size: 1600, seen })).status).toBe(404);
    }
    expect((await openPhoto(app, town.broker, id)).status).toBe(200);
    expect((await openPhoto(app, town.resident, id)).status).toBe(200);
  });
});
