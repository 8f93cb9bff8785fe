import type { MessagePort } from 'node:worker_threads';
import { Connection } from './connection';
import { MatchKeeper } from './match-keeper';
import type { Answered, Asked, Questions, WorkerData } from './messages';

/** Answers what the process asks, in a thread of its own: no request waits while texts are read and compared. */
export function serveMatching(port: MessagePort, { databaseUrl, embeddingModel }: WorkerData): void {
  const writer = new Connection(databaseUrl);
  const reader = new Connection(databaseUrl, async (client) => {
    client.on('notification', () => void keeper.follow().catch(() => undefined));
    await client.query('listen match_text');
  });
  const keeper = new MatchKeeper(reader, writer, embeddingModel);

  const answer = async ({ kind, ask }: Asked): Promise<unknown> =>
    kind === 'similar'
      ? keeper.similar(ask as Questions['similar']['ask'])
      : keeper.refresh(ask as Questions['refresh']['ask']);

  port.on('message', (asked: Asked) => {
    const { number } = asked;
    const send = (message: Answered): void => port.postMessage(message);
    answer(asked).then(
      (value) => send({ number, answer: value }),
      (error: unknown) => send({ number, failure: error instanceof Error ? error.message : String(error) }),
    );
  });
}
