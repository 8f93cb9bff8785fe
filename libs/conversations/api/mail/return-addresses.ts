import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { Clock, Settings } from '@kernagenda/shared/api';
import { mailLimits } from '@kernagenda/conversations/domain/mail';

const before = 'retour-';
const dayMs = 86_400_000;
const letters = { person: 32, day: 4, sign: 20 } as const;
const shape = new RegExp(
  `^${before}([0-9a-f]{${letters.person}})([0-9a-f]{${letters.day}})([0-9a-f]{${letters.sign}})$`,
);

/**
 * Where a mail to one person comes back when it cannot be delivered: an address that nobody can make without the secret
 * key, good for a fortnight and for the mail address that this person has. Knowing one stops no mail of anybody else.
 */
@Injectable()
export class ReturnAddresses {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly people: PeopleRegistry,
  ) {}

  /** Null where this installation receives no mail. */
  addressFor(personId: string, email: string): string | null {
    const { mailIn } = this.settings;
    if (!mailIn) return null;
    const day = this.today().toString(16).padStart(letters.day, '0');
    const person = personId.replaceAll('-', '');
    return `${before}${person}${day}${this.sign(person, day, email)}@${mailIn.domain}`;
  }

  /** Whose mail comes back there; null for an address that was never given out, or too long ago. */
  async find(address: string): Promise<string | null> {
    const [local = '', domain] = address.toLowerCase().split('@');
    const [, person, day, sign] = shape.exec(local) ?? [];
    if (domain !== this.settings.mailIn?.domain || !person || !day || !sign) return null;
    if (Math.abs(this.today() - Number.parseInt(day, 16)) > mailLimits.returnDays) return null;
    const personId = person.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const contact = await this.people.findContact(personId);
    if (!contact) return null;
    const right = Buffer.from(this.sign(person, day, contact.email));
    return timingSafeEqual(right, Buffer.from(sign)) ? personId : null;
  }

  private today(): number {
    return Math.floor(this.clock.now().getTime() / dayMs);
  }

  private sign(person: string, day: string, email: string): string {
    const told = `return-address\n${person}\n${day}\n${email}`;
    return createHmac('sha256', this.settings.secretKey).update(told).digest('hex').slice(0, letters.sign);
  }
}
