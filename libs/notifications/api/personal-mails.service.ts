import { Injectable } from '@nestjs/common';
import { ReturnAddresses } from '@kernagenda/conversations/api';
import { AddressRefused, Mailer } from '@kernagenda/shared/api';
import type { Mail } from '@kernagenda/shared/api';
import { MailPauses } from './mail-pauses.service';

/** Sends mail to people who have an account, with where it comes back. Whether they may get any is asked before. */
@Injectable()
export class PersonalMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly returns: ReturnAddresses,
    private readonly pauses: MailPauses,
  ) {}

  /** False when there is no such address: then no more mail goes there. */
  async send(personId: string, mail: Mail): Promise<boolean> {
    const returnPath = this.returns.addressFor(personId, mail.to);
    try {
      await this.mailer.send({ ...mail, ...(returnPath !== null && { returnPath }) });
      return true;
    } catch (error) {
      if (!(error instanceof AddressRefused)) throw error;
      await this.pauses.pause(personId, error.status);
      return false;
    }
  }
}
