import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Change, ClientToServer, Room, ServerToClient } from '@kernagenda/shared/domain';
import { until } from './until';

/** An open page as the server sees it: one socket, the rooms it joined, and what it was told. */
export class LivePage {
  readonly heard: { readonly room: Room; readonly change: Change }[] = [];

  private constructor(readonly socket: Socket<ServerToClient, ClientToServer>) {
    socket.on('change', (message) => this.heard.push(message));
  }

  /** @throws Error when the server refuses the connection. */
  static async open(origin: string, headers: Readonly<Record<string, string>>): Promise<LivePage> {
    const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
      transports: ['websocket'],
      extraHeaders: { ...headers },
      reconnection: false,
      forceNew: true,
    });
    const page = new LivePage(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });
    return page;
  }

  /** Whether the server let this page in. */
  async join(room: Room): Promise<boolean> {
    const { joined } = await new Promise<{ readonly joined: boolean }>((resolve) =>
      this.socket.emit('join', room, resolve),
    );
    return joined;
  }

  /** The first change of a kind that was heard; waits for it. */
  async hears(kind: Change['kind']): Promise<Change> {
    return (await until(() => this.heard.find(({ change }) => change.kind === kind))).change;
  }

  close(): void {
    this.socket.close();
  }
}
