import { setImmediate as turn } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { createAdapter } from '@socket.io/postgres-adapter';
import { Client, Pool } from 'pg';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { roomKinds } from '@kernagenda/shared/domain';
import type { Change, ClientToServer, Room, RoomKind, ServerToClient } from '@kernagenda/shared/domain';
import { ActorSource, sessionCookie } from '../access/actor-source';
import type { RequestActor } from '../access/actor-source';
import { isForeignOrigin } from '../http/security';
import { Settings } from '../settings';

type JoinRule = (actor: RequestActor | null, id: string) => Promise<boolean> | boolean;
/** What the processes on one database tell each other. */
interface ServerToServer {
  told: (room: Room, change: Change) => void;
}
type LiveSocket = Socket<ClientToServer, ServerToClient>;
type LiveServer = Server<ClientToServer, ServerToClient, ServerToServer>;

const maxRoomsPerSocket = 50;
/** So many sockets are told before other work gets its turn. */
const sliceSize = 100;

/**
 * Tells open pages what changed, whichever process on this database they are connected to. A message carries no content,
 * so a page sees no more than it may load.
 */
@Injectable()
export class Realtime implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rules = new Map<RoomKind, JoinRule>([
    ['public', () => true],
    ['person', (actor, id) => actor?.personId === id],
  ]);
  private readonly logger = new Logger('Realtime');
  private server: LiveServer | null = null;
  private pool: Pool | null = null;
  private listener: Client | null = null;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly actors: ActorSource,
    private readonly settings: Settings,
  ) {}

  /**
   * Says who may join the rooms of a kind. The actor is the one the `ActorSource` of the application finds, which is
   * `Actor` of identity/domain. A kind without a rule takes nobody.
   */
  allow<Who extends RequestActor>(
    kind: RoomKind,
    rule: (actor: Who | null, id: string) => Promise<boolean> | boolean,
  ): void {
    if (this.rules.has(kind)) throw new Error(`Two rules for the rooms of the kind ${kind}`);
    this.rules.set(kind, (actor, id) => rule(actor as Who | null, id));
  }

  /** Tells a room; call it after the commit, or a page may load too early. */
  publish(room: Room, change: Change): void {
    void this.tell(room, change);
    this.server?.serverSideEmit('told', room, change);
  }

  /** Closes the sockets of a person whose session or roles changed; a page connects again under the new rights. */
  disconnect(personId: string): void {
    this.server?.in(`own:${personId}`).disconnectSockets(true);
  }

  onApplicationBootstrap(): void {
    const httpServer = this.host.httpAdapter.getHttpServer() as HttpServer;
    const server: LiveServer = new Server(httpServer, {
      adapter: createAdapter(this.listening() as Pool, { errorHandler: (error) => this.logger.warn(error.message) }),
      serveClient: false,
      maxHttpBufferSize: 10_000,
      allowRequest: (request, answer) => answer(null, !this.isForeign(request)),
    });
    server.use((socket, next) => {
      this.welcome(socket).then(() => next(), next);
    });
    server.on('told', (room, change) => void this.tell(room, change));
    this.server = server;
  }

  /** Leaves the server itself to the framework, which lets requests end. */
  async beforeApplicationShutdown(): Promise<void> {
    const { server, pool } = this;
    this.server = this.pool = null;
    server?.local.disconnectSockets(true);
    server?.engine.close();
    await server?.of('/').adapter.close();
    await this.listener?.end();
    await pool?.end();
  }

  /**
   * Connections to the other processes: some tell, and one of its own listens for as long as this one lives. The adapter
   * would take that from the pool, let its loss end the process, and never give it back when it closes too early.
   */
  private listening(): Pick<Pool, 'connect' | 'query'> {
    const { databaseUrl: connectionString } = this.settings;
    const pool = new Pool({ connectionString, max: 2 });
    const warn = (error: Error): void => this.logger.warn(error.message);
    pool.on('error', warn);
    this.pool = pool;
    const never = new Promise<never>(() => undefined);
    const connect = async (): Promise<Client> => {
      if (this.isStopping()) return never;
      const client = new Client({ connectionString });
      this.listener = client;
      client.on('error', warn);
      client.once('end', () => this.lookAgain());
      await client.connect();
      // It may have stopped meanwhile.
      if (this.isStopping()) await client.end();
      return Object.assign(client, { release: () => void client.end() });
    };
    return { connect, query: pool.query.bind(pool) } as Pick<Pool, 'connect' | 'query'>;
  }

  private isStopping(): boolean {
    return this.pool === null;
  }

  /** What others told while nobody listened was not heard: pages that connect again load anew what they show. */
  private lookAgain(): void {
    this.server?.local.disconnectSockets(true);
  }

  /** Tells the sockets of this process, some at a time: a village with thousands of open pages holds nobody up. */
  private async tell(room: Room, change: Change): Promise<void> {
    const ids = [...(this.server?.of('/').adapter.rooms.get(room) ?? [])];
    for (let at = 0; at < ids.length; at += sliceSize) {
      if (at > 0) await turn();
      this.server?.local.to(ids.slice(at, at + sliceSize)).emit('change', { room, change });
    }
  }

  /** A browser sends the cookie along from any site; only the Origin tells where the page came from. */
  private isForeign({ headers }: IncomingMessage): boolean {
    return isForeignOrigin(headers, this.settings);
  }

  private async welcome(socket: LiveSocket): Promise<void> {
    const actor = await this.findActor(socket);
    if (actor) await socket.join(`own:${actor.personId}`);
    socket.on('join', (room, answer) => {
      if (typeof answer !== 'function') return;
      this.join(socket, room).then(
        (joined) => answer({ joined }),
        () => answer({ joined: false }),
      );
    });
    socket.on('leave', (room) => {
      if (toRoom(room)) void socket.leave(room);
    });
  }

  /** Asks for the roles anew with every join: a socket may outlive them. */
  private async join(socket: LiveSocket, name: unknown): Promise<boolean> {
    const room = toRoom(name);
    if (!room || socket.rooms.size >= maxRoomsPerSocket) return false;
    const mayJoin = await this.rules.get(room.kind)?.(await this.findActor(socket), room.id);
    if (!mayJoin) return false;
    await socket.join(room.name);
    return true;
  }

  private async findActor(socket: LiveSocket): Promise<RequestActor | null> {
    const token = cookieOf(socket.handshake.headers.cookie ?? '', sessionCookie);
    return token ? this.actors.findActor(token) : null;
  }
}

function toRoom(name: unknown): { readonly kind: RoomKind; readonly id: string; readonly name: Room } | null {
  if (name === 'public') return { kind: 'public', id: '', name };
  const [, word, id] = (typeof name === 'string' && /^([a-z]+):([\w-]{1,64})$/.exec(name)) || [];
  const kind = roomKinds.find((known) => known === word);
  return kind && kind !== 'public' && id ? { kind, id, name: `${kind}:${id}` } : null;
}

function cookieOf(header: string, name: string): string | null {
  const pair = header.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair ? pair.slice(name.length + 1) : null;
}
