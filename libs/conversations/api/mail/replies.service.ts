import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { convert } from 'html-to-text';
import type { HtmlToTextOptions } from 'html-to-text';
import PostalMime, { addressParser } from 'postal-mime';
import type { Attachment, Email } from 'postal-mime';
import { DataSource, LessThan } from 'typeorm';
import { Actors, PeopleRegistry } from '@kernagenda/identity/api';
import type { Actor } from '@kernagenda/identity/domain';
import { mailLimits, replyText } from '@kernagenda/conversations/domain/mail';
import { threadLimits } from '@kernagenda/conversations/domain';
import type { MessagePhotoInput } from '@kernagenda/conversations/domain';
import { photoLimits } from '@kernagenda/proposals/domain/photos';
import { Audit, Clock, Jobs, RateLimits, Settings } from '@kernagenda/shared/api';
import { Problem, imageTypes } from '@kernagenda/shared/domain';
import { MessagePhotosService } from '../message-photos.service';
import { Threads } from '../threads';
import { ThreadReply } from './mail.entities';
import type { ThreadReplyAddress } from './mail.entities';
import { nl } from './nl';
import { ReplyAddresses } from './reply-addresses';

/** Why a mail is not taken, in words for its sender; `isForLater` when the same mail may be taken another time. */
export class MailRefused extends Error {
  constructor(
    message: string,
    readonly isForLater = false,
  ) {
    super(message);
  }
}

/** Turns a mail that answers a thread into a message, under the same rules as one that is written on the site. */
@Injectable()
export class Replies implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly limits: RateLimits,
    private readonly actors: Actors,
    private readonly people: PeopleRegistry,
    private readonly addresses: ReplyAddresses,
    private readonly threads: Threads,
    private readonly photos: MessagePhotosService,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('conversations-forget-mails', () => this.forget());
  }

  /**
   * Takes one mail; when it returns, the message stands. What a machine sent by itself is let go without an answer, so
   * that two machines never answer each other. @throws MailRefused with what its sender is told.
   */
  async take(to: string, envelopeFrom: string, raw: Buffer): Promise<void> {
    const address = await this.addresses.find(to);
    if (!address) throw new MailRefused(nl.unknown);
    const mail = await PostalMime.parse(raw, mailLimits.parser).catch(() => null);
    if (!mail) return this.refuse(address, 'unreadable', nl.unreadable);
    if (envelopeFrom === '' || isAutomatic(mail)) return this.note(address, 'automatic');
    const [actor, contact] = [
      await this.actors.findPerson(address.personId),
      await this.people.findContact(address.personId),
    ];
    if (!actor || !contact) return this.refuse(address, 'not_allowed', nl.notAllowed);
    const isTheirs = senderIn(mail) === contact.email;
    if (!isTheirs || this.isForged(mail)) return this.refuse(address, 'other_sender', nl.otherSender);
    await this.write(address, actor, mail, hashOf(mail, raw));
  }

  private async write(address: ThreadReplyAddress, actor: Actor, mail: Email, mailHash: string): Promise<void> {
    const { id: addressId, threadId } = address;
    const known = await this.dataSource.manager.existsBy(ThreadReply, { addressId, mailHash });
    if (known) return;
    // Before its photos are read and kept: who writes there no more sends none.
    const opened = await this.threads.find(this.dataSource, actor, threadId);
    if (!opened?.access.writesAs) return this.refuse(address, opened ? 'not_allowed' : 'not_found', nl.notAllowed);
    const own = replyText(mail.text ?? plain(mail.html ?? ''));
    const { photos, leftOut } = await this.keepFiles(actor, mail.attachments);
    const body = [own, ...(leftOut.length > 0 ? [nl.leftOut(leftOut)] : [])].filter(Boolean).join('\n\n');
    if (own === '' && photos.length === 0) return this.refuse(address, 'empty', nl.empty);
    if (body.length > threadLimits.body.max) return this.refuse(address, 'too_long', nl.tooLong);
    try {
      const isNew = await this.dataSource.transaction(async (manager) => {
        const row = { addressId, mailHash, receivedAt: this.clock.now() };
        const insert = manager.createQueryBuilder().insert().into(ThreadReply).values(row).orIgnore();
        const { raw } = await insert.returning('mail_hash').execute();
        if ((raw as readonly unknown[]).length === 0) return false;
        this.limits.take('messages', actor.personId, { count: threadLimits.messagesPerTenMinutes, seconds: 600 });
        await this.threads.write(manager, actor, threadId, { body: body || nl.onlyPhotos, photos });
        return true;
      });
      if (isNew) await this.threads.announce(threadId);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'too_many_requests') throw new MailRefused(nl.later, true);
      return this.refuse(address, error.code, nl.notAllowed);
    }
  }

  /** Keeps the photos of a mail for its sender; names what is no photo, or one too many. */
  private async keepFiles(
    actor: Actor,
    attachments: readonly Attachment[],
  ): Promise<{ readonly photos: readonly MessagePhotoInput[]; readonly leftOut: readonly string[] }> {
    const photos: MessagePhotoInput[] = [];
    const leftOut: string[] = [];
    for (const file of attachments) {
      const content = contentOf(file);
      // The logo under a signature.
      if (file.related && content.length < mailLimits.logoBytes) continue;
      const isPhoto = imageTypes.some((type) => type === file.mimeType) && photos.length < photoLimits.count;
      const photo = isPhoto ? await this.keepPhoto(actor, content) : null;
      if (photo) photos.push({ id: photo.id, description: '', isUndescribed: true });
      else leftOut.push(nameOf(file));
    }
    return { photos, leftOut: leftOut.slice(0, mailLimits.namedFiles) };
  }

  private async keepPhoto(actor: Actor, content: Buffer): Promise<{ readonly id: string } | null> {
    try {
      return await this.photos.keep(actor, () => Promise.resolve(content), null);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'too_many_requests') throw new MailRefused(nl.later, true);
      return null;
    }
  }

  /** Whether the mail server in front of this one found that the sender is not who the mail says (RFC 8601). */
  private isForged({ headers }: Email): boolean {
    const server = this.settings.mailIn?.domain ?? '';
    return headers.some(
      ({ key, value }) =>
        key === 'authentication-results' &&
        value.trim().toLowerCase().split(/[\s;]/, 1)[0] === server &&
        /\bdmarc=fail\b/i.test(value),
    );
  }

  private async refuse(address: ThreadReplyAddress, reason: string, message: string): Promise<never> {
    await this.note(address, reason);
    throw new MailRefused(message);
  }

  /** Writes down that a mail was not taken, and why; nothing of what it says. */
  private async note({ threadId, personId }: ThreadReplyAddress, reason: string): Promise<void> {
    try {
      this.limits.take('mail-notes', threadId, mailLimits.notes);
    } catch {
      return;
    }
    await this.dataSource.transaction((manager) =>
      this.audit.record(manager, {
        ...{ actorId: null, action: 'thread.mail_refused', objectType: 'thread', objectId: threadId },
        details: { personId, reason },
      }),
    );
  }

  private async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - mailLimits.rememberedDays * 86_400_000);
    await this.dataSource.manager.delete(ThreadReply, { receivedAt: LessThan(before) });
  }
}

/** Null for a mail of none or of more than one: which of them the mail server in front looked at is not known here. */
function senderIn({ headers }: Email): string | null {
  const senders = headers.filter(({ key }) => key === 'from').flatMap(({ value }) => addressParser(value));
  return senders.length === 1 ? (senders[0]?.address?.toLowerCase() ?? null) : null;
}

/** Answers of machines: RFC 3834, and what mail programs and lists write instead. */
function isAutomatic({ headers }: Email): boolean {
  return headers.some(({ key, value }) => {
    const said = value.trim().toLowerCase();
    if (key === 'auto-submitted') return said !== 'no';
    if (key === 'precedence') return ['bulk', 'list', 'junk', 'auto_reply'].includes(said);
    return ['list-id', 'x-autoreply', 'x-autorespond'].includes(key);
  });
}

const htmlReading: HtmlToTextOptions = {
  wordwrap: false,
  limits: mailLimits.html,
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
  ],
};

/** The words of a mail that has only HTML; what is quoted there has the mark of quoted lines. */
const plain = (html: string): string => convert(html, htmlReading);

/** The same for a mail that is delivered again; two mails of a program that numbers badly are two. */
const hashOf = ({ messageId, text, html }: Email, raw: Buffer): string =>
  createHash('sha256')
    .update(messageId === undefined ? raw : JSON.stringify([messageId, text ?? html ?? '']))
    .digest('hex');

function contentOf({ content }: Attachment): Buffer {
  return typeof content === 'string' ? Buffer.from(content, 'base64') : Buffer.from(content as Uint8Array);
}

const nameOf = ({ filename }: Attachment): string =>
  (filename ?? '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, mailLimits.fileName) || nl.nameless;
