import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { eventToTell } from '@kernagenda/news/api';
import { Clock, Jobs, Settings } from '@kernagenda/shared/api';
import { writeMail } from './mail-template';
import type { MailContent } from './mail-template';
import { PersonalMails } from './personal-mails.service';

type EventMailKind = 'reminder' | 'changed' | 'cancelled';

interface HeldEventMail {
  readonly personId: string;
  readonly kind: EventMailKind;
  readonly eventId: string;
  readonly title: string;
  readonly day: string;
  readonly starts: string;
  readonly ends: string;
  readonly place: string;
  readonly slug: string;
  readonly village: string;
  readonly isTrue: boolean;
}

/** $1: mail. Held while it is sent. */
const holdQuery = 'select 1 from village_event_mail where id = $1 and sent_at is null for update';

/** $1: mail. */
const heldQuery = `
  select person_id as "personId", kind, event_id as "eventId", title, day, starts, ends, place, slug, village,
    is_true and not exists (select from mail_pause p where p.person_id = t.person_id) as "isTrue"
  from village_event_told t where id = $1`;

/** $1: mail; $2: now. */
const sentQuery = 'update village_event_mail set sent_at = $2 where id = $1';

/**
 * Mails who signed up for an event that it is tomorrow, that it changed, or that it is off: what they asked for by signing
 * up, so no choice about other mail stops it, only that mail to them came back. A process that dies while it sends, sends again under the same Message-ID.
 */
@Injectable()
export class EventMails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly mails: PersonalMails,
    private readonly settings: Settings,
    private readonly people: PeopleRegistry,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(eventToTell, 'notifications-event', ({ mailId }) => this.send(mailId));
  }

  private async send(mailId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const held: unknown[] = await manager.query(holdQuery, [mailId]);
      if (held.length === 0) return;
      const [told]: HeldEventMail[] = await manager.query(heldQuery, [mailId]);
      const contact = told?.isTrue ? await this.people.findContact(told.personId) : null;
      if (told && contact) {
        const { publicUrl } = this.settings;
        const page = `${publicUrl}/kernen/${told.slug}/bijeenkomsten/${told.eventId}`;
        const messageId = `<${mailId}@${new URL(publicUrl).hostname}>`;
        await this.mails.send(told.personId, {
          to: contact.email,
          ...writeMail(eventMail(told, contact.displayName, page)),
          messageId,
        });
      }
      await manager.query(sentQuery, [mailId, this.clock.now()]);
    });
  }
}

const dayFormat = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });

const sentences: Readonly<
  Record<EventMailKind, { readonly subject: string; readonly text: (village: string) => string }>
> = {
  reminder: {
    subject: 'Morgen',
    text: (village) =>
      `Morgen is het zover in ${village}. U hebt zich aangemeld. Komt u toch niet? Meld u dan af, zodat een ander kan komen.`,
  },
  changed: {
    subject: 'Andere tijd of plaats',
    text: (village) =>
      `Er is iets veranderd aan wat u in ${village} zou bezoeken. Dit geldt nu. Kunt u dan niet? Meld u dan af.`,
  },
  cancelled: {
    subject: 'Gaat niet door',
    text: (village) => `Wat u in ${village} zou bezoeken, gaat helaas niet door. U hoeft niets te doen.`,
  },
};

function eventMail(
  { kind, title, day, starts, ends, place, village }: HeldEventMail,
  name: string,
  page: string,
): MailContent {
  const when = `${dayFormat.format(new Date(day))}, ${starts.replace(':', '.')} tot ${ends.replace(':', '.')} uur`;
  return {
    subject: `${sentences[kind].subject}: ${title}`,
    greeting: `Beste ${name},`,
    paragraphs: [sentences[kind].text(village)],
    quotes: [{ label: title, text: `${when}\n${place}` }],
    button: { label: kind === 'cancelled' ? 'Bekijk de pagina' : 'Bekijk het of meld u af', url: page },
    why: 'U krijgt deze mail, want u hebt zich hiervoor aangemeld.',
    stops: [],
    sender: 'Kernagenda',
  };
}
