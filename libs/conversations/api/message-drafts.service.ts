import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { draftBody, isOwnSide, messageActions } from '@kernagenda/conversations/domain';
import { Actors } from '@kernagenda/identity/api';
import type { Actor } from '@kernagenda/identity/domain';
import { DraftsService, PhotosService } from '@kernagenda/proposals/api';
import { Audit } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { MessagePhotosService } from './message-photos.service';
import { nl } from './nl';
import { Threads } from './threads';
import { Message, Thread } from './threads.entities';

/** Makes a draft of a proposal of what a resident wrote: in their name and words, with their photos, and read by nobody until they send it in. */
@Injectable()
export class MessageDrafts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly actors: Actors,
    private readonly drafts: DraftsService,
    private readonly draftPhotos: PhotosService,
    private readonly photos: MessagePhotosService,
    private readonly threads: Threads,
  ) {}

  /**
   * Does it once per message: asked again it changes nothing. Whoever answers tells the resident so in the thread.
   * @throws Problem `not_found` without access, `not_allowed`, `home_village_required` when who wrote it has no village
   */
  async make(actor: Actor, threadId: string, messageId: string): Promise<void> {
    const message = await this.dataSource.manager.findOneBy(Message, { id: messageId, threadId });
    if (!message) throw new Problem('not_found');
    const author = message.authorId === null ? null : await this.actors.findPerson(message.authorId);
    const isMade = await this.dataSource.transaction((manager) => this.makeIn(manager, actor, message, author));
    if (isMade) await this.threads.announce(threadId);
  }

  private async makeIn(
    manager: EntityManager,
    actor: Actor,
    { id: messageId, threadId, authorId, participantId, body }: Message,
    author: Actor | null,
  ): Promise<boolean> {
    await this.threads.lock(manager, threadId);
    const opened = await this.threads.require(manager, actor, threadId);
    const seen = await this.threads.findMessage(manager, actor, opened, threadId, messageId);
    if (!seen) throw new Problem('not_found');
    if (seen.isDrafted) return false;
    const { title, subjectKind } = await manager.findOneByOrFail(Thread, { id: threadId });
    const facts = { isDirect: subjectKind === 'direct', authorId, participantId, isDrafted: false };
    if (!messageActions(actor, opened.participants, facts).includes('make_draft')) throw new Problem('not_allowed');
    if (!author?.homeVillageId) throw new Problem('home_village_required');
    const text = { title, body: draftBody(body), place: '', theme: null, kind: null };
    const input = { villageId: author.homeVillageId, ...text };
    const draftId = await this.drafts.createIn(manager, author, input, actor.personId);
    await this.draftPhotos.addKept(manager, draftId, await this.photos.listKept(manager, messageId));
    await manager.update(Message, messageId, { draftId });
    const details = { messageId, draftId };
    await this.audit.record(manager, {
      ...{ actorId: actor.personId, action: 'thread.make_draft', objectType: 'thread', objectId: threadId, details },
    });
    const isOwn = opened.participants.some((one) => one.id === participantId && isOwnSide(actor, one));
    // The question itself may still wait for its answer.
    if (!isOwn) await this.threads.write(manager, actor, threadId, { body: nl.drafted(title) }, { isAnswer: false });
    return true;
  }
}
