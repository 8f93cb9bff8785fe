import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { MessagePhotoInput } from '@kernagenda/conversations/domain';
import { ThreadsClient } from '@kernagenda/conversations/web/threads';
import { Session } from '@kernagenda/identity/web';
import { ApiError } from '@kernagenda/shared/web';
import { MessagePhotos } from './message-photos';

/** The municipality as photos see it, and the one thing of a browser that is not in this one: drawing. */
class Municipality {
  isReachable = true;
  readonly keys: string[] = [];
  readonly removed: string[] = [];
  keepPhoto = (_: Blob, key: string): Promise<{ id: string }> => {
    if (!this.isReachable) return Promise.reject(new ApiError(0, null));
    this.keys.push(key);
    return Promise.resolve({ id: `id-${this.keys.length}` });
  };
  removePhoto = (id: string): Promise<void> => Promise.resolve(void this.removed.push(id));
}

const file = new File(['x'], 'a.jpg');
const settle = async (): Promise<void> => {
  for (let round = 0; round < 10; round += 1) {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
  }
};

describe('the photos of a message', () => {
  let api: Municipality;
  let photos: MessagePhotos;

  beforeEach(async () => {
    sessionStorage.clear();
    const picture = { width: 4, height: 3, close: () => undefined };
    Object.assign(globalThis, { createImageBitmap: () => Promise.resolve(picture) });
    const canvas = HTMLCanvasElement.prototype;
    jest.spyOn(canvas, 'getContext').mockReturnValue({ fillRect: jest.fn(), drawImage: jest.fn() } as never);
    jest.spyOn(canvas, 'toBlob').mockImplementation((done) => done(new Blob(['small'])));
    jest.spyOn(canvas, 'toDataURL').mockReturnValue('data:,');
    api = new Municipality();
    const session = { person: signal({ id: 'anna' }) };
    TestBed.configureTestingModule({
      providers: [
        { provide: ThreadsClient, useValue: api },
        { provide: Session, useValue: session },
      ],
    });
    photos = TestBed.inject(MessagePhotos);
    photos.open('t1');
    await settle();
  });
  afterEach(() => jest.restoreAllMocks());

  const choose = async (...words: string[]): Promise<void> => {
    await photos.choose(words.map(() => file));
    await settle();
    const chosen = photos.all().slice(-words.length);
    words.forEach((description, index) => photos.describe(chosen[index]?.key ?? '', { description }));
  };
  const sent: (readonly MessagePhotoInput[])[] = [];
  const write = (along: readonly MessagePhotoInput[]): Promise<void> => Promise.resolve(void sent.push(along));
  beforeEach(() => sent.splice(0));

  it('are with the municipality as soon as they are chosen, and go along in their order', async () => {
    await choose('De halte', 'De bank');
    expect(api.keys).toHaveLength(2);
    await photos.moveForward(photos.all()[1]?.key ?? '');
    expect(await photos.sendWith(write)).toBe('sent');
    expect(sent).toEqual([
      [
        { id: 'id-2', description: 'De bank', isUndescribed: false },
        { id: 'id-1', description: 'De halte', isUndescribed: false },
      ],
    ]);
    expect(photos.all()).toEqual([]);
  });

  it('keep the message here when they do not arrive, and go on when the line is back', async () => {
    api.isReachable = false;
    await choose('De halte');
    expect(photos.all()[0]?.failure).toBe('line');
    expect(await photos.sendWith(write)).toBe('stuck');
    expect(sent).toEqual([]);
    api.isReachable = true;
    globalThis.dispatchEvent(new Event('online'));
    await settle();
    expect(await photos.sendWith(write)).toBe('sent');
    expect(sent).toHaveLength(1);
  });

  it('are sent again, once and by another key, when the municipality forgot them', async () => {
    await choose('De halte', 'De bank');
    const errors = [{ pointer: '/photos/1/id', detail: '' }];
    const forgotten = new ApiError(400, { code: 'invalid_input', errors } as never);
    const attempt = (along: readonly MessagePhotoInput[]): Promise<void> =>
      along[1]?.id === 'id-2' ? Promise.reject(forgotten) : write(along);
    expect(await photos.sendWith(attempt)).toBe('sent');
    expect(sent[0]?.map(({ id, description }) => `${id} ${description}`)).toEqual(['id-1 De halte', 'id-3 De bank']);
    expect(new Set(api.keys).size).toBe(3);
    await choose('De brug');
    await expect(
      photos.sendWith(() =>
        Promise.reject(new ApiError(400, { errors: [{ pointer: '/photos/0/id', detail: '' }] } as never)),
      ),
    ).rejects.toThrow();
    expect(api.keys).toHaveLength(5);
    expect(photos.all()).toHaveLength(1);
  });

  it('wait in the thread they were chosen for', async () => {
    await choose('De halte');
    photos.open('t2');
    await settle();
    expect(photos.all()).toEqual([]);
    expect(await photos.sendWith(write)).toBe('sent');
    expect(sent).toEqual([[]]);
    photos.open('t1');
    await settle();
    expect(photos.all().map(({ description, id }) => [description, id])).toEqual([['De halte', 'id-1']]);
  });

  it('are not sent with a message somebody left behind', async () => {
    api.isReachable = false;
    await choose('De halte');
    const sending = photos.sendWith(write);
    photos.open('t2');
    expect(await sending).toBe('elsewhere');
    expect(sent).toEqual([]);
  });

  it('are taken away from the municipality too, and come back as new ones', async () => {
    await choose('De halte');
    const undo = await photos.remove(photos.all()[0]?.key ?? '');
    expect([photos.all(), api.removed]).toEqual([[], ['id-1']]);
    undo();
    await settle();
    expect(photos.all().map(({ description, id }) => [description, id])).toEqual([['De halte', 'id-2']]);
  });
});
