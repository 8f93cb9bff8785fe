import { once } from 'node:events';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/**
 * A real SMTP server that keeps what it gets in `received`, oldest first, each as postal-mime reads it with `recipients`
 * of the envelope; a mail is taken once `accept` has resolved.
 */
export async function openMailbox(accept = async () => undefined) {
  const received = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: async (stream, { envelope }, done) => {
      // A sender that died in the middle of a mail sent none.
      const chunks = await stream.toArray().catch(() => null);
      if (!chunks) return;
      const recipients = envelope.rcptTo.map(({ address }) => address);
      received.push({ ...(await PostalMime.parse(Buffer.concat(chunks))), recipients });
      await accept();
      done();
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
