import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Idempotency, requireVersion } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, invalidField } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { textBlockLimits } from '@kernagenda/moderation/domain';
import type { TextBlockInput, TextBlockView } from '@kernagenda/moderation/domain';
import { TextBlock } from './text-blocks.entity';

/** The text blocks that brokers and officials pick from. Who may is said at the door. */
@Injectable()
export class TextBlocksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
  ) {}

  /** All of them, in the order the administrator gave. */
  async list(): Promise<Page<TextBlockView>> {
    const blocks = await this.dataSource.manager.find(TextBlock, { order: { position: 'asc', name: 'asc' } });
    return { items: blocks.map(toView), nextCursor: null };
  }

  /** Adds one at the end. @throws Problem `already_exists` for a name that is taken, `wrong_state` when it is full, `invalid_input`. */
  async add(actor: Actor, input: TextBlockInput, call: IdempotentCall | null): Promise<TextBlockView> {
    requireFit(input);
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const blocks = await this.lockAll(manager);
        if (blocks.length >= textBlockLimits.count) {
          throw new Problem('wrong_state', `There are ${textBlockLimits.count} text blocks; remove one first.`);
        }
        const position = Math.max(0, ...blocks.map((block) => block.position)) + 1;
        const block = await manager.save(manager.create(TextBlock, { ...pick(input), position, version: 1 }));
        await this.record(manager, actor, 'add', block.id, { to: pick(input) });
        return toView(block);
      }),
    );
  }

  /** @throws Problem `not_found`, `stale_version`, `already_exists`, `invalid_input` */
  async change(actor: Actor, id: string, input: TextBlockInput, seenVersion: number): Promise<TextBlockView> {
    requireFit(input);
    return this.dataSource.transaction(async (manager) => {
      const block = await this.lock(manager, id, seenVersion);
      const changed = await manager.save(
        manager.create(TextBlock, { ...block, ...pick(input), version: block.version + 1 }),
      );
      await this.record(manager, actor, 'change', id, { from: pick(block), to: pick(input) });
      return toView(changed);
    });
  }

  /** @throws Problem `not_found`, `stale_version` */
  async remove(actor: Actor, id: string, seenVersion: number): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const block = await this.lock(manager, id, seenVersion);
      await manager.delete(TextBlock, id);
      await this.record(manager, actor, 'remove', id, { from: pick(block) });
    });
  }

  /** @throws Problem `stale_version` when these are not all of them: somebody added or removed one meanwhile. */
  async order(actor: Actor, givenIds: readonly string[]): Promise<Page<TextBlockView>> {
    await this.dataSource.transaction(async (manager) => {
      const blocks = await this.lockAll(manager);
      const ids = givenIds.map((id) => id.toLowerCase());
      const isWhole = ids.length === blocks.length && blocks.every(({ id }) => ids.includes(id));
      if (!isWhole) throw new Problem('stale_version', 'These are not all text blocks there are now.');
      for (const { id, position } of blocks) {
        const wanted = ids.indexOf(id) + 1;
        if (position !== wanted) await manager.update(TextBlock, id, { position: wanted });
      }
      const actorId = actor.personId;
      const details = { names: ids.map((id) => blocks.find((block) => block.id === id)?.name) };
      const object = { objectType: 'text_blocks', objectId: ids[0] ?? '' };
      if (ids.length > 0) await this.audit.record(manager, { actorId, action: 'text_block.order', ...object, details });
    });
    return this.list();
  }

  private async lock(manager: EntityManager, id: string, seenVersion: number): Promise<TextBlock> {
    const block = await manager.findOne(TextBlock, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!block) throw new Problem('not_found');
    requireVersion(block.version, seenVersion);
    return block;
  }

  /** Nobody adds or removes one meanwhile; readers go on. */
  private async lockAll(manager: EntityManager): Promise<TextBlock[]> {
    await manager.query('lock table text_block in share row exclusive mode');
    return manager.find(TextBlock, { order: { position: 'asc', name: 'asc' } });
  }

  private record(manager: EntityManager, actor: Actor, verb: string, objectId: string, details: object): Promise<void> {
    const entry = { actorId: actor.personId, action: `text_block.${verb}`, objectType: 'text_block', objectId };
    return this.audit.record(manager, { ...entry, details: { ...details } });
  }
}

/** @throws Problem `invalid_input` for an answer to a message that names a decision */
function requireFit({ rule, decision }: TextBlockInput): void {
  if (rule === null && decision !== null) throw invalidField('/decision', 'null for an answer to a message');
}

const pick = ({ name, rule, decision, text }: TextBlockInput): TextBlockInput => ({ name, rule, decision, text });

const toView = ({ id, version, ...block }: TextBlock): TextBlockView => ({ id, ...pick(block), version });
