import { DestroyRef, Injectable, InjectionToken, PLATFORM_ID, inject, signal } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import type { Socket } from 'socket.io-client';
import type { Change, ClientToServer, Room, ServerToClient } from '@kernagenda/shared/domain';

export type LiveSocket = Pick<Socket<ServerToClient, ClientToServer>, 'on' | 'emit' | 'connect' | 'disconnect'>;

/** Opens the connection; the client itself is only downloaded by a page that listens. */
export const LIVE_SOCKET = new InjectionToken<() => Promise<LiveSocket>>('how live changes reach this page', {
  providedIn: 'root',
  factory: () => async () => {
    const { io } = await import('socket.io-client');
    return io({ transports: ['websocket', 'polling'], tryAllTransports: true, autoConnect: false });
  },
});

/** `off` while nothing listens, and always where the server renders. */
export type LiveState = 'off' | 'connecting' | 'connected' | 'lost';

/** What changed; null as soon as a room is joined, now or again: before that anything may have changed unheard. */
export type LiveCallback = (change: Change | null) => void;

const againMs = 2_000;

/** Hears in rooms of the server what changed. A message carries no content: the page loads again what it shows. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly open = inject(LIVE_SOCKET);
  private readonly isBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly rooms = new Map<Room, Set<LiveCallback>>();
  private readonly current = signal<LiveState>('off');
  private socket: LiveSocket | null = null;
  private opening: Promise<void> | null = null;
  private isPutOut = false;
  private readonly returns = signal(0);
  /** Counts how often this person came back after the server put them out: their rights are not what they were. */
  readonly rightsChanges = this.returns.asReadonly();
  readonly state = this.current.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.socket?.disconnect());
  }

  /**
   * Calls back for every change in a room, until the returned function is called. Several may listen in one room; it is
   * left with the last. Who may not join hears nothing.
   */
  listen(room: Room, callback: LiveCallback): () => void {
    if (!this.isBrowser) return () => undefined;
    // Wrapped, so that the same function may listen twice and each stops by itself.
    const own: LiveCallback = (change) => callback(change);
    const callbacks = this.rooms.get(room);
    if (callbacks) callbacks.add(own);
    else {
      this.rooms.set(room, new Set([own]));
      if (this.current() === 'connected') this.join(room);
      else this.start();
    }
    return () => this.stop(room, own);
  }

  private stop(room: Room, own: LiveCallback): void {
    const callbacks = this.rooms.get(room);
    if (!callbacks?.delete(own) || callbacks.size > 0) return;
    this.rooms.delete(room);
    this.socket?.emit('leave', room);
    if (this.rooms.size === 0) this.close();
  }

  private start(): void {
    if (this.current() !== 'off') return;
    this.current.set('connecting');
    this.opening ??= this.open().then(
      (socket) => this.wire(socket),
      () => this.failed(),
    );
    void this.opening.then(() => {
      if (this.rooms.size > 0) this.socket?.connect();
    });
  }

  private failed(): void {
    this.opening = null;
    this.current.set(this.rooms.size > 0 ? 'lost' : 'off');
  }

  private close(): void {
    this.current.set('off');
    this.socket?.disconnect();
  }

  private wire(socket: LiveSocket): void {
    this.socket = socket;
    socket.on('connect', () => this.connected());
    socket.on('connect_error', () => this.current.set('lost'));
    socket.on('disconnect', (reason) => this.lost(reason));
    socket.on('change', ({ room, change }) => this.tell(room, change));
  }

  private connected(): void {
    this.current.set('connected');
    const isPutOut = this.isPutOut;
    this.isPutOut = false;
    if (isPutOut) this.returns.update((times) => times + 1);
    for (const room of this.rooms.keys()) this.join(room, isPutOut);
  }

  private lost(reason: string): void {
    if (this.rooms.size === 0) return;
    this.current.set('lost');
    // Put out by the server, because the rights of this person changed: the client does not come back by itself.
    this.isPutOut = reason === 'io server disconnect';
    if (this.isPutOut) setTimeout(() => this.rooms.size > 0 && this.socket?.connect(), againMs);
  }

  /** Who may no longer hear in a room has to look again too: what is on screen may no longer be theirs to see. */
  private join(room: Room, looksAgain = false): void {
    this.socket?.emit('join', room, ({ joined }) => {
      if (joined || looksAgain) this.tell(room, null);
    });
  }

  private tell(room: Room, change: Change | null): void {
    for (const callback of this.rooms.get(room) ?? []) callback(change);
  }
}
