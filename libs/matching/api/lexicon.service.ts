import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { conceptFaults, ownConceptId, shippedConcepts, tidyConcept } from '@kernagenda/matching/domain';
import type { Concept, Features } from '@kernagenda/matching/domain';
import { conceptLimits } from '@kernagenda/matching/domain/concepts';
import type {
  ConceptInput,
  ConceptLine,
  ConceptOrigin,
  ConceptRef,
  ConceptView,
  UnrecognisedPoint,
} from '@kernagenda/matching/domain/concepts';
import { Audit, Clock, Idempotency, Jobs, namedQuery, requireVersion, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { readLexicon } from './kept-lexicon';
import type { KeptLexicon } from './kept-lexicon';
import { LexiconChange } from './lexicon.entity';
import { lexiconChanged } from './lexicon.events';
import { raiseLexiconVersionQuery, unrecognisedQuery } from './lexicon.queries';
import { Resemblances } from './resemblances.service';

/** Sort keys of a concept in the list: what was searched and found in a name before terms, changed before shipped. */
type LineKeys = readonly [rank: number, label: string, id: string];

interface UnrecognisedRow extends Omit<UnrecognisedPoint, 'words'> {
  readonly features: Features;
  readonly listedAt: string;
}

const shippedIds: ReadonlySet<string> = new Set(shippedConcepts.map(({ id }) => id));
const offeredWords = 8;
/** Words of every second proposal weigh less. */
const leastWeight = 0.4;

/** The concepts of the municipality: those that were shipped, with what an administrator changed and added. */
@Injectable()
export class LexiconService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly resemblances: Resemblances,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(lexiconChanged, 'matching-lexicon', () => this.resemblances.refresh());
  }

  /** Concepts whose name or term holds the words; all when there are none. */
  async list(search: string, limit: number, after: LineKeys | null): Promise<Page<ConceptLine>> {
    const lexicon = await readLexicon(this.dataSource);
    const wanted = search.trim().toLowerCase();
    const found = lexicon.concepts
      .flatMap((concept) => {
        const isNamed = concept.label.toLowerCase().includes(wanted);
        if (!isNamed && !concept.terms.some((term) => term.toLowerCase().includes(wanted))) return [];
        const origin = originOf(concept.id, lexicon);
        const keys: LineKeys = [(isNamed ? 0 : 2) + (origin === 'shipped' ? 1 : 0), concept.label, concept.id];
        return [{ concept, origin, keys }];
      })
      .filter(({ keys }) => !after || inOrder(after, keys) < 0)
      .sort((a, b) => inOrder(a.keys, b.keys));
    return toPage(
      found.slice(0, limit + 1),
      limit,
      ({ concept: { id, label, theme, terms }, origin }) => ({ id, label, theme, termCount: terms.length, origin }),
      ({ keys }) => keys,
    );
  }

  /** @throws Problem `not_found` */
  async find(id: string): Promise<ConceptView> {
    return toView(id, await readLexicon(this.dataSource));
  }

  /** Public points in which no concept was recognised, newest first; or the one that is asked for, when it is such a point. */
  async listUnrecognised(
    limit: number,
    after: readonly [listedAt: string, id: string] | null,
    proposalId: string | null,
  ): Promise<Page<UnrecognisedPoint>> {
    const [listedAt, id] = after ?? [null, null];
    const values = [listedAt, id, limit + 1, proposalId];
    const rows = await namedQuery<UnrecognisedRow>(this.dataSource, 'matching.unrecognised', unrecognisedQuery, values);
    return toPage(
      rows,
      limit,
      ({ features, listedAt: _, ...point }) => ({ ...point, words: wordsOf(features) }),
      (row) => [row.listedAt, row.proposalId],
    );
  }

  /** @throws Problem `invalid_input`, `already_exists` for a name that is taken, `wrong_state` when it is full */
  async add(actor: Actor, input: ConceptInput, call: IdempotentCall | null): Promise<ConceptView> {
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const version = await this.raise(manager);
        const lexicon = await readLexicon(manager);
        const id = ownConceptId(input.label, new Set(lexicon.concepts.map((concept) => concept.id)));
        const concept = checked(input, { id }, lexicon);
        await this.save(manager, actor, concept, version);
        await this.record(manager, actor, 'add', id, { to: concept });
        return toView(id, await readLexicon(manager));
      }),
    );
  }

  /** @throws Problem `not_found`, `stale_version`, `invalid_input`, `already_exists`, `wrong_state` */
  async change(actor: Actor, id: string, input: ConceptInput, seenVersion: number): Promise<ConceptView> {
    return this.dataSource.transaction(async (manager) => {
      const version = await this.raise(manager);
      const lexicon = await readLexicon(manager);
      const before = conceptOf(id, lexicon);
      requireVersion(lexicon.versions.get(id) ?? 0, seenVersion);
      const { role } = before;
      const concept = checked(input, { id, ...(role && { role }) }, lexicon);
      await this.save(manager, actor, concept, version);
      await this.record(manager, actor, 'change', id, { from: before, to: concept });
      return toView(id, await readLexicon(manager));
    });
  }

  /**
   * Gives back the concept that was shipped, or removes one of the municipality's own.
   * @throws Problem `not_found`, `stale_version`, `wrong_state` for one that is as it was shipped
   */
  async remove(actor: Actor, id: string, seenVersion: number): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const version = await this.raise(manager);
      const lexicon = await readLexicon(manager);
      const before = conceptOf(id, lexicon);
      requireVersion(lexicon.versions.get(id) ?? 0, seenVersion);
      if (originOf(id, lexicon) === 'shipped') throw new Problem('wrong_state', 'This concept is as it was shipped.');
      await manager.delete(LexiconChange, { conceptId: id });
      await this.record(manager, actor, shippedIds.has(id) ? 'restore' : 'remove', id, { from: before });
      await this.jobs.publish(manager, lexiconChanged, { version });
    });
  }

  /** @throws Problem as `change`; the concept as it would be kept, for who only tries. */
  check(input: ConceptInput, id: string | null, lexicon: KeptLexicon): Concept {
    const role = id === null ? undefined : conceptOf(id, lexicon).role;
    const taken = new Set(lexicon.concepts.map((concept) => concept.id));
    return checked(input, { id: id ?? ownConceptId(input.label, taken), ...(role && { role }) }, lexicon, '/concept');
  }

  private async raise(manager: EntityManager): Promise<number> {
    const [raised] = await namedQuery<{ version: number }>(manager, 'matching.raise-lexicon', raiseLexiconVersionQuery);
    if (!raised) throw new Error('The lexicon has no version.');
    return raised.version;
  }

  private async save(manager: EntityManager, actor: Actor, concept: Concept, version: number): Promise<void> {
    const change = { conceptId: concept.id, concept, version, changedBy: actor.personId, changedAt: this.clock.now() };
    await manager.save(manager.create(LexiconChange, change));
    await this.jobs.publish(manager, lexiconChanged, { version });
  }

  private record(manager: EntityManager, actor: Actor, verb: string, id: string, details: object): Promise<void> {
    const entry = { actorId: actor.personId, action: `concept.${verb}`, objectType: 'concept', objectId: id };
    return this.audit.record(manager, { ...entry, details: { ...details } });
  }
}

/** @param at where in the body the concept stands, as a JSON pointer */
function checked(input: ConceptInput, own: Pick<Concept, 'id' | 'role'>, lexicon: KeptLexicon, at = ''): Concept {
  const concept = tidyConcept(input);
  const faults = conceptFaults(concept, own.id, lexicon.concepts);
  if (faults.length > 0) {
    throw new Problem(
      'invalid_input',
      undefined,
      faults.map(({ pointer, detail }) => ({ pointer: `${at}${pointer}`, detail })),
    );
  }
  const name = concept.label.toLowerCase();
  const isTaken = lexicon.concepts.some(({ id, label }) => id !== own.id && label.toLowerCase() === name);
  if (isTaken) throw new Problem('already_exists', 'There is a concept with this name.');
  if (!lexicon.versions.has(own.id) && lexicon.versions.size >= conceptLimits.changes) {
    throw new Problem('wrong_state', `There are ${conceptLimits.changes} changes; give some back first.`);
  }
  return { ...concept, ...own };
}

function conceptOf(id: string, { concepts }: KeptLexicon): Concept {
  const concept = concepts.find((each) => each.id === id);
  if (!concept) throw new Problem('not_found');
  return concept;
}

function originOf(id: string, { versions }: KeptLexicon): ConceptOrigin {
  if (!versions.has(id)) return 'shipped';
  return shippedIds.has(id) ? 'changed' : 'own';
}

function toView(id: string, lexicon: KeptLexicon): ConceptView {
  const { role: _, near, related, ...concept } = conceptOf(id, lexicon);
  const refs = (ids: readonly string[]): ConceptRef[] =>
    lexicon.concepts.filter((each) => ids.includes(each.id)).map((each) => ({ id: each.id, label: each.label }));
  const [origin, version] = [originOf(id, lexicon), lexicon.versions.get(id) ?? 0];
  return { ...concept, near: refs(near), related: refs(related), origin, version };
}

function wordsOf({ items }: Features): string[] {
  const words = items.filter(({ kind, isInTitle, weight }) => kind === 'word' && isInTitle && weight >= leastWeight);
  return words.slice(0, offeredWords).map(({ shown }) => shown.toLowerCase());
}

function inOrder([aRank, aLabel, aId]: LineKeys, [bRank, bLabel, bId]: LineKeys): number {
  return aRank - bRank || collator.compare(aLabel, bLabel) || collator.compare(aId, bId);
}

const collator = new Intl.Collator('nl');
