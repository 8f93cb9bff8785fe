import { TestBed } from '@angular/core/testing';
import type { Change, Room } from '@kernagenda/shared/domain';
import { LIVE_SOCKET, Live, type LiveSocket } from './live';

type Handler = (...given: unknown[]) => void;

/** Stands where the connection would be: a network is no part of a unit test of who hears what. */
class FakeSocket {
  readonly sent: [event: string, room: Room][] = [];
  readonly handlers = new Map<string, Handler>();
  connects = 0;

  on(event: string, handler: Handler): this {
    this.handlers.set(event, handler);
    return this;
  }
  emit(event: string, room: Room, answer?: (result: { readonly joined: boolean }) => void): this {
    this.sent.push([event, room]);
    answer?.({ joined: room !== closed });
    return this;
  }
  connect(): this {
    this.connects += 1;
    return this;
  }
  disconnect(): this {
    this.happens('disconnect', 'io client disconnect');
    return this;
  }
  happens(event: string, ...given: unknown[]): void {
    this.handlers.get(event)?.(...given);
  }
}

const desk: Room = 'village:tricht';
const closed: Room = 'village:deil';
const change: Change = { kind: 'queue', proposalId: 'p', villageId: 'tricht' };

describe('live changes', () => {
  let socket: FakeSocket;
  let live: Live;

  beforeEach(() => {
    socket = new FakeSocket();
    const open = async (): Promise<LiveSocket> => socket as unknown as LiveSocket;
    TestBed.configureTestingModule({ providers: [{ provide: LIVE_SOCKET, useValue: open }] });
    live = TestBed.inject(Live);
  });

  const listen = (room = desk): { heard: (Change | null)[]; stop: () => void } => {
    const heard: (Change | null)[] = [];
    return { heard, stop: live.listen(room, (told) => heard.push(told)) };
  };
  const connect = async (): Promise<void> => {
    await opened();
    socket.happens('connect');
  };
  const opened = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
  };

  it('reach who listens in the room', async () => {
    const { heard } = listen();
    expect(live.state()).toBe('connecting');
    await connect();
    expect(live.state()).toBe('connected');
    expect(socket.sent).toEqual([['join', desk]]);
    socket.happens('change', { room: desk, change });
    socket.happens('change', { room: closed, change });
    expect(heard).toEqual([null, change]);
  });

  it('keep the room until the last listener stops', async () => {
    const [first, second] = [listen(), listen()];
    await connect();
    first.stop();
    first.stop();
    socket.happens('change', { room: desk, change });
    expect([first.heard, second.heard]).toEqual([[null], [null, change]]);
    second.stop();
    expect(socket.sent).toEqual([
      ['join', desk],
      ['leave', desk],
    ]);
    expect(live.state()).toBe('off');
  });

  it('tell nothing of a room that may not be joined', async () => {
    const { heard } = listen(closed);
    await connect();
    expect(heard).toEqual([]);
  });

  it('call back when the connection returns, because something may have been missed', async () => {
    const { heard } = listen();
    await connect();
    expect(heard).toEqual([null]);
    socket.happens('disconnect', 'transport close');
    expect(live.state()).toBe('lost');
    socket.happens('connect');
    expect(heard).toEqual([null, null]);
    expect(socket.sent).toEqual([
      ['join', desk],
      ['join', desk],
    ]);
  });

  it('are looked at again in every room by who was put out, because their rights are not what they were', async () => {
    const [own, lost] = [listen(), listen(closed)];
    await connect();
    expect([own.heard, lost.heard, live.rightsChanges()]).toEqual([[null], [], 0]);
    socket.happens('disconnect', 'io server disconnect');
    socket.happens('connect');
    expect([own.heard, lost.heard, live.rightsChanges()]).toEqual([[null, null], [null], 1]);
    socket.happens('disconnect', 'transport close');
    socket.happens('connect');
    expect([lost.heard, live.rightsChanges()]).toEqual([[null], 1]);
  });

  it('begin again after everything stopped', async () => {
    listen().stop();
    await opened();
    expect(socket.connects).toBe(0);
    const { heard } = listen();
    await connect();
    expect(socket.connects).toBe(1);
    socket.happens('change', { room: desk, change });
    expect(heard).toEqual([null, change]);
  });
});
