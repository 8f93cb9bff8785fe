import sharp from 'sharp';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { procurementLimits } from '@kernagenda/procurement/domain';
import { aPhoto, openFile, sendFile } from '@kernagenda/proposals/api/testing';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { createTestApp, until } from '@kernagenda/shared/api/testing';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { DeliveriesService } from './deliveries.service';
import { aJointTown } from './testing';
import type { JointTown } from './testing';

const official = { role: 'official', scopeType: 'team' } as const;
const waitingQuery = `
  select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

type Sent = TestResponse<PhotoView & ProblemBody>;

let app: TestApp;
let town: JointTown;
let id: string;
let at: string;
let secretary: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  town = await aJointTown(app);
  ({ id } = await town.ordered());
  const [deil] = town.villages;
  at = `villages/${deil.village.id}`;
  ({ secretary } = deil);
});
afterAll(() => app.close());
// Each test is another quarter of an hour, so that none uses up what another may send.
beforeEach(() => app.advance({ seconds: 900 }));

const send = (as: TestPerson | null, file?: Buffer, part = at): Promise<Sent> =>
  aPhoto().then((photo) => sendFile(app, as, `/api/v1/purchases/${id}/${part}/photos`, file ?? photo));
const open = async (as: TestPerson | null, photoId: string): Promise<number> =>
  (await openFile(app, as, `/api/v1/delivery-photos/${photoId}`)).status;
const remove = (as: TestPerson | null, photoId: string) =>
  app.request<ProblemBody>('DELETE', `/api/v1/delivery-photos/${photoId}`, { as });
const told = (photos: readonly object[]) => ({
  ...{ deliveredOn: '2026-03-05', story: 'Drie bankjes langs de Linge.', photos },
});

describe('a photo of a delivery', () => {
  it('attack 19: is for its sender alone until the delivery is told with it, and then for everyone', async () => {
    const { status, body } = await send(secretary);
    expect(status).toBe(201);
    const others = [null, town.buyer, town.broker, town.villages[1].secretary];
    for (const as of others) expect(await open(as, body.id)).toBe(404);
    expect(await open(secretary, body.id)).toBe(200);
    for (const as of others.slice(1)) expect((await remove(as, body.id)).status).toBe(404);
    const seen = await town.calls.see(secretary, id);
    const photos = [{ id: body.id, description: 'Het bankje bij de steiger', isUndescribed: false }];
    const stolen = await town.calls.post(town.buyer, seen, `${at}/deliver`, told(photos));
    expect([stolen.status, stolen.body.errors?.[0]?.pointer]).toEqual([400, '/photos/0/id']);
    const silent = await town.calls.post(secretary, seen, `${at}/deliver`, told([{ ...photos[0], description: '' }]));
    expect([silent.status, silent.body.errors?.[0]?.pointer]).toEqual([400, '/photos/0/description']);
    expect((await town.calls.post(secretary, seen, `${at}/deliver`, told(photos))).status).toBe(200);
    for (const as of others) expect(await open(as, body.id)).toBe(200);
    expect((await remove(secretary, body.id)).status).toBe(404);
  });

  it('attack 04: is kept for who may tell that delivery, and sent with no other', async () => {
    const [, est] = town.villages;
    const part = `villages/${est.village.id}`;
    for (const as of [secretary, est.member, est.resident, town.alderman])
      expect((await send(as, undefined, part)).status).toBe(403);
    expect((await send(null, undefined, part)).status).toBe(401);
    // That of Deil is told already.
    expect((await send(secretary)).status).toBe(409);
    const { body } = await send(est.secretary, undefined, part);
    const other = town.villages[2].village.id;
    const photos = [{ id: body.id, description: 'Van elders', isUndescribed: false }];
    const seen = await town.calls.see(town.broker, id);
    const moved = await town.calls.post(town.broker, seen, `villages/${other}/deliver`, told(photos));
    expect([moved.status, moved.body.errors?.[0]?.pointer]).toEqual([400, '/photos/0/id']);
    expect((await remove(est.secretary, body.id)).status).toBe(204);
  });

  it('attack 19: is made anew: no place where it was taken, no page in it, and nothing that runs', async () => {
    const [, est] = town.villages;
    const part = `villages/${est.village.id}`;
    const page = '<html><script>alert(1)</script></html>';
    const picture = await sharp(await aPhoto())
      .withExif({ IFD0: { ImageDescription: page }, IFD3: { GPSLatitude: '51/1 53/1 0/1' } })
      .jpeg()
      .toBuffer();
    const { body } = await send(est.secretary, Buffer.concat([picture, Buffer.from(page)]), part);
    const { bytes, headers } = await openFile(app, est.secretary, `/api/v1/delivery-photos/${body.id}`, { size: 1600 });
    expect(bytes.toString('latin1')).not.toContain('script');
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(headers.get('content-type')).toBe('image/webp');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    for (const file of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '%PDF-1.7']) {
      expect((await send(est.secretary, Buffer.from(file), part)).status).toBe(415);
    }
  });

  it('waits beside a few others at most, also when two for different purchases arrive at once', async () => {
    const other = await aJointTown(app);
    const made = await other.ordered();
    const roles = [town, other].map(({ team }) => ({ ...official, scopeId: team.id }));
    const buyer = await aPerson(app, { roles });
    const places = [
      [id, town.villages[2].village.id],
      [made.id, other.villages[2].village.id],
    ] as const;
    await app.dataSource.query(
      `insert into delivery_photo (case_id, village_id, sender_id, width, height, created_at)
       select $1, $2, $3, 4, 3, $4 from generate_series(2, $5::int)`,
      [...places[0], buyer.id, app.now(), procurementLimits.unsentPhotos],
    );
    const photo = await aPhoto();
    const answers = await app.dataSource.transaction(async (manager) => {
      // Photos are counted, and not kept until both are on their way.
      await manager.query('lock table delivery_photo in share mode');
      const sending = places.map(([purchase, village]) =>
        sendFile<PhotoView & ProblemBody>(
          app,
          buyer,
          `/api/v1/purchases/${purchase}/villages/${village}/photos`,
          photo,
        ),
      );
      await until(async () => (await app.dataSource.query<object[]>(waitingQuery)).length === sending.length);
      return sending;
    });
    const sent = await Promise.all(answers);
    expect(sent.map(({ status, body }) => (status === 201 ? 'kept' : body.code)).sort()).toEqual([
      'kept',
      'too_many_photos',
    ]);
  });

  it('that was told with nothing is forgotten after a day', async () => {
    const [, , tuil] = town.villages;
    const { body } = await send(tuil.secretary, undefined, `villages/${tuil.village.id}`);
    await app.advance({ seconds: 86_000 });
    await app.get(DeliveriesService).forgetUnsent();
    expect(await open(tuil.secretary, body.id)).toBe(200);
    await app.advance({ seconds: 500 });
    await app.get(DeliveriesService).forgetUnsent();
    expect(await open(tuil.secretary, body.id)).toBe(404);
  });
});
