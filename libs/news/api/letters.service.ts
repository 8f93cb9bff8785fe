import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { letterActions, letterLimits, mayWriteLetter, periodFaults } from '@kernagenda/news/domain';
import type { LetterAction, LetterEdit, LetterFacts, LetterInput, LetterState } from '@kernagenda/news/domain';
import { Audit, Clock, Idempotency, Jobs, requireVersion } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, amsterdamDay, daysAfter, invalidField, stateAfter } from '@kernagenda/shared/domain';
import { StatusLetter, StatusLetterLine } from './letters.entities';
import { villageAnnounced } from './news.events';
import { factsQuery } from './letters.queries';
import type { FactRow } from './letters.queries';
import { LettersReader } from './letters.reader';
import { NewsLive } from './news.live';

/** Writes status letters from facts, lets a person change them, and sends each once. */
@Injectable()
export class Letters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly reader: LettersReader,
    private readonly live: NewsLive,
  ) {}

  /**
   * Writes a letter from what is known at this moment; it can be changed until it is sent.
   * @returns its id
   * @throws Problem `not_found`, `not_allowed`, `invalid_input` for a period that ends later or is too long
   */
  async write(actor: Actor, input: LetterInput, call: IdempotentCall | null): Promise<string> {
    const { fromOn, toOn, title } = input;
    const { villageId, collaborationId, facts } = await this.reader.findOwner(actor, input);
    if (!mayWriteLetter(facts)) throw new Problem('not_allowed');
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const now = this.clock.now();
        const faults = periodFaults(input, now);
        if (faults.length > 0) throw new Problem('invalid_input', undefined, [...faults]);
        const sent = { publishedAt: null, publishedBy: null };
        const row = { villageId, collaborationId, fromOn, toOn, title, createdAt: now, ...sent };
        const letter = await manager.save(manager.create(StatusLetter, row));
        const until = daysAfter(now, letterLimits.ahead);
        const values = [villageId, collaborationId, fromOn, toOn, amsterdamDay(now), until];
        const rows: FactRow[] = await manager.query(factsQuery, values);
        await manager.insert(
          StatusLetterLine,
          rows.map((fact, position) => ({ ...fact, position, letterId: letter.id, words: null })),
        );
        await this.record(manager, actor, 'write', letter.id);
        return { id: letter.id };
      }),
    );
    this.live.announce({ villageId, collaborationId });
    return id;
  }

  /** Says it otherwise. @throws Problem `not_found`, `not_allowed`, `wrong_state` once it was sent, `stale_version`, `invalid_input` */
  edit(actor: Actor, id: string, { title, introduction, lines }: LetterEdit, seenVersion: number): Promise<void> {
    return this.act(actor, id, 'edit', seenVersion, async (manager) => {
      const own = new Set((await manager.findBy(StatusLetterLine, { letterId: id })).map((line) => line.id));
      if (lines.some((line) => !own.has(line.id))) throw invalidField('/lines', 'lines of this letter');
      await manager.update(StatusLetter, id, { title, introduction });
      for (const { id: lineId, words, isLeftOut } of lines)
        await manager.update(StatusLetterLine, lineId, { words: words === '' ? null : words, isLeftOut });
    });
  }

  /** Sends it, once: who asks again is told `wrong_state`. @throws as `edit` */
  publish(actor: Actor, id: string, seenVersion: number): Promise<void> {
    return this.act(actor, id, 'publish', seenVersion, async (manager) => {
      await manager.update(StatusLetter, id, { publishedAt: this.clock.now(), publishedBy: actor.personId });
      await this.jobs.publish(manager, villageAnnounced, { announcementId: id, actorId: actor.personId });
    });
  }

  /** Throws a draft away. @throws as `edit` */
  discard(actor: Actor, id: string, seenVersion: number): Promise<void> {
    return this.act(actor, id, 'discard', seenVersion, async (manager) => {
      await manager.delete(StatusLetter, id);
    });
  }

  private async act(
    actor: Actor,
    id: string,
    action: LetterAction,
    seenVersion: number,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const changed = await this.dataSource.transaction(async (manager) => {
      const letter = await manager.findOne(StatusLetter, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!letter) throw new Problem('not_found');
      const { state, facts } = await this.reader.find(actor, id, manager);
      stateAfter<LetterState, LetterFacts>(letterActions, action, state, facts);
      requireVersion(letter.version, seenVersion);
      await work(manager);
      await manager.update(StatusLetter, id, { version: letter.version + 1 });
      await this.record(manager, actor, action, id);
      return letter;
    });
    this.live.announce(changed);
  }

  private record(manager: EntityManager, actor: Actor, verb: string, objectId: string): Promise<void> {
    const entry = { actorId: actor.personId, action: `status_letter.${verb}`, objectType: 'status_letter', objectId };
    return this.audit.record(manager, entry);
  }
}
