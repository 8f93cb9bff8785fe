import type { MessagePort } from 'node:worker_threads';
import { Connection } from './connection';
import { MatchKeeper } from './match-keeper';
import type { Answered, Asked, Kind, Questions, WorkerData } from './messages';
import { previewConcept } from './preview-concept';

/** Answers what the process asks, in a thread of its own: no request waits while texts are read and compared. */
export function serveMatching(port: MessagePort, { databaseUrl, embeddingModel }: WorkerData): void {
  const writer = new Connection(databaseUrl);
  const reader = new Connection(databaseUrl, async (client) => {
    client.on('notification', () => void keeper.follow().catch(() => undefined));
    await client.query('listen match_text');
  });
  const keeper = new MatchKeeper(reader, writer, embeddingModel);

  const answers: { readonly [Name in Kind]: (ask: Questions[Name]['ask']) => Promise<Questions[Name]['answer']> } = {
    similar: (ask) => keeper.similar(ask),
    refresh: (ask) => keeper.refresh(ask),
    preview: ({ changed }) => previewConcept(writer, changed),
  };
  const answer = async ({ kind, ask }: Asked): Promise<unknown> => answers[kind](ask as never);

  port.on('message', (asked: Asked) => {
    const { number } = asked;
    const send = (message: Answered): void => port.postMessage(message);
    answer(asked).then(
      (value) => send({ number, answer: value }),
      (error: unknown) => send({ number, failure: error instanceof Error ? error.message : String(error) }),
    );
  });
}
