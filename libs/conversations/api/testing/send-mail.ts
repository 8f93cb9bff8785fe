import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';

export interface SentMail extends SendMailOptions {
  readonly from: string;
  readonly to: string;
  /** Without it, the sender. */
  readonly envelopeFrom?: string;
}

/** Sends a mail to this port as a mail program does; answers what the server said to it. */
export async function sendMail(port: number, { envelopeFrom, ...mail }: SentMail): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const envelope = { from: envelopeFrom ?? mail.from, to: mail.to };
  try {
    return (await transport.sendMail({ subject: 'Re: bericht', ...mail, envelope })).response;
  } catch (error) {
    return (error as Error).message;
  } finally {
    transport.close();
  }
}
