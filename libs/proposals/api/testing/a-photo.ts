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

interface SentPhoto {
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file to a route that takes one. */
export function sendFile<Body = PhotoView>(
  app: TestApp,
  as: TestPerson | null,
  path: string,
  file: Uint8Array<ArrayBuffer> | Buffer,
  { name = 'IMG_0001.jpg', headers = {} }: SentPhoto = {},
): Promise<TestResponse<Body>> {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(file)], { type: 'image/jpeg' }), name);
  return app.request<Body>('POST', path, { as, body, headers });
}

/** Sends a file in as a photo of a proposal. */
export function sendPhoto<Body = PhotoView>(
  app: TestApp,
  as: TestPerson | null,
  proposalId: string,
  file: Uint8Array<ArrayBuffer> | Buffer,
  options: SentPhoto = {},
): Promise<TestResponse<Body>> {
  return sendFile(app, as, `/api/v1/proposals/${proposalId}/photos`, file, options);
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

export interface OpenedPhoto {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** A picture itself as it is served, with its headers; `path` ends where its sizes begin. */
export async function openFile(
  app: TestApp,
  as: TestPerson | null,
  path: string,
  { size = 480, seen = '' } = {},
): Promise<OpenedPhoto> {
  const headers = { ...(as && { cookie: as.cookie }), ...(seen && { 'if-none-match': seen }) };
  const response = await fetch(`${app.origin}${path}/${size}`, { headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** The photo of a proposal itself. */
export const openPhoto = (
  app: TestApp,
  as: TestPerson | null,
  id: string,
  options: { size?: number; seen?: string } = {},
): Promise<OpenedPhoto> => openFile(app, as, `/api/v1/photos/${id}`, options);
