import sharp from 'sharp';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { PhotoUpdate, PhotoView } from '@kernagenda/proposals/domain';

/** A real picture of one colour, upright, as a telephone would take it: with the place in its EXIF. */
export function aPhoto({ width = 800, height = 600, colour = '#3a7d44' } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({
      IFD0: { Make: 'Telefoon', Artist: 'Bewoner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 53/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '5/1 15/1 0/1' },
    })
    .jpeg()
    .toBuffer();
}

/** Sends a file in as a photo of a proposal. */
export function sendPhoto<Body = PhotoView>(
  app: TestApp,
  as: TestPerson | null,
  proposalId: string,
  file: Uint8Array<ArrayBuffer> | Buffer,
  { name = 'IMG_0001.jpg', headers = {} }: { name?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<TestResponse<Body>> {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(file)], { type: 'image/jpeg' }), name);
  return app.request<Body>('POST', `/api/v1/proposals/${proposalId}/photos`, { as, body, headers });
}

export function changePhoto(
  app: TestApp,
  as: TestPerson | null,
  id: string,
  body: PhotoUpdate,
): Promise<TestResponse<PhotoView & ProblemBody>> {
  return app.request('PATCH', `/api/v1/photos/${id}`, { as, body });
}

export function removePhoto(app: TestApp, as: TestPerson | null, id: string): Promise<TestResponse<unknown>> {
  return app.request('DELETE', `/api/v1/photos/${id}`, { as });
}

/** The picture itself as it is served, with its headers. */
export async function openPhoto(
  app: TestApp,
  as: TestPerson | null,
  id: string,
  { size = 480, seen = '' } = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Buffer }> {
  const headers = { ...(as && { cookie: as.cookie }), ...(seen && { 'if-none-match': seen }) };
  const response = await fetch(`${app.origin}/api/v1/photos/${id}/${size}`, { headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
