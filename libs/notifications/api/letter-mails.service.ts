import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { letterPublished } from '@kernagenda/news/api';
import { notificationsNl } from '@kernagenda/notifications/domain';
import { Clock, Jobs, Settings, defineEvents } from '@kernagenda/shared/api';
import { writeMail } from './mail-template';
import type { MailContent } from './mail-template';
import { neverAgain } from './nl';
import { PersonalMails } from './personal-mails.service';
import { StopTokens } from './stop-tokens';

/** Work for itself: one mail about one letter waits. */
interface LetterMailDue {
  readonly letterId: string;
  readonly personId: string;
}
const letterMailDue = defineEvents<{ 'status_letter.mail_due': LetterMailDue }>()('status_letter.mail_due');

/** A row for everybody who follows the village and wants mail, once. $1: letter. */
const noteQuery = `
  insert into status_letter_mail (letter_id, person_id)
  select l.id, f.person_id from status_letter_told l join follow f on f.village_id = l.village_id and f.is_on
  where l.id = $1 and f.person_id is distinct from l.published_by
    and not exists (select from mail_choice m where m.person_id = f.person_id and m.choice = 'in_app')
  on conflict do nothing returning letter_id as "letterId", person_id as "personId"`;

interface HeldLetter {
  readonly title: string;
  readonly slug: string;
  readonly village: string;
  readonly villageId: string;
  readonly isWanted: boolean;
}

/** The mail, held while it is sent. $1: letter; $2: person. */
const heldQuery = `
  select l.title, v.slug, v.name as village, v.id as "villageId",
    exists (select from follow f where f.village_id = v.id and f.person_id = m.person_id and f.is_on)
      and not exists (select from mail_choice c where c.person_id = m.person_id and c.choice = 'in_app')
      and not exists (select from mail_pause p where p.person_id = m.person_id) as "isWanted"
  from status_letter_mail m join status_letter_told l on l.id = m.letter_id join village_public v on v.id = l.village_id
  where m.letter_id = $1 and m.person_id = $2 and m.sent_at is null for update of m`;

/** $1: letter; $2: person; $3: now. */
const sentQuery = 'update status_letter_mail set sent_at = $3 where letter_id = $1 and person_id = $2';

/**
 * Tells who follows a village of its status letter: that there is one and where, not what stands in it, so that what is
 * hidden later is in no mail. A process that dies while it sends, sends again under the same Message-ID.
 */
@Injectable()
export class LetterMails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly mails: PersonalMails,
    private readonly settings: Settings,
    private readonly people: PeopleRegistry,
    private readonly tokens: StopTokens,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(letterPublished, 'notifications-letter', ({ letterId }) => this.note(letterId));
    this.jobs.subscribe(letterMailDue, 'notifications-letter-mail', (due) => this.send(due));
  }

  private async note(letterId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const due: LetterMailDue[] = await manager.query(noteQuery, [letterId]);
      await this.jobs.publishEach(manager, letterMailDue, due);
    });
  }

  private async send({ letterId, personId }: LetterMailDue): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [letter]: HeldLetter[] = await manager.query(heldQuery, [letterId, personId]);
      if (!letter) return;
      const contact = letter.isWanted ? await this.people.findContact(personId) : null;
      if (contact) {
        const { publicUrl } = this.settings;
        const stop = this.tokens.make({ what: 'village', id: letter.villageId, personId });
        const stopAll = this.tokens.make({ what: 'all', id: personId, personId });
        const stopPage = (token: string): string => `${publicUrl}/meldingen/stop?bewijs=${token}`;
        await this.mails.send(personId, {
          to: contact.email,
          ...writeMail(
            letterMail(letter, {
              name: contact.displayName,
              page: `${publicUrl}/kernen/${letter.slug}/statusbrieven/${letterId}`,
              stopThis: stopPage(stop),
              stopAll: stopPage(stopAll),
            }),
          ),
          messageId: `<${letterId}.${personId}@${new URL(publicUrl).hostname}>`,
          stopUrl: `${publicUrl}/api/v1/mail-stops/one-click?token=${stop}`,
        });
      }
      await manager.query(sentQuery, [letterId, personId, this.clock.now()]);
    });
  }
}

interface LetterReader {
  readonly name: string;
  readonly page: string;
  readonly stopThis: string;
  readonly stopAll: string;
}

const letterMail = (
  { title, village }: Pick<HeldLetter, 'title' | 'village'>,
  { name, page, stopThis, stopAll }: LetterReader,
): MailContent => ({
  subject: `Statusbrief van ${village}`,
  greeting: `Beste ${name},`,
  paragraphs: [
    `Er is een nieuwe statusbrief van ${village}. U leest wat er nieuw is, wat er bewoog, welke toezeggingen zijn nagekomen of te laat zijn, en wat er komt.`,
  ],
  quotes: [{ label: 'De brief heet', text: title }],
  button: { label: 'Lees de statusbrief', url: page },
  why: `U krijgt deze mail, want ${notificationsNl.reasons.village}.`,
  stops: [
    { label: `Volg ${village} niet meer`, url: stopThis },
    { label: neverAgain, url: stopAll },
  ],
  sender: 'Kernagenda',
});
