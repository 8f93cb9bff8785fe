import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Actors } from '@kernagenda/identity/api';
import type { Actor } from '@kernagenda/identity/domain';
import { answersFor, askActions, outcomeOf } from '@kernagenda/matching/domain';
import type {
  AcceptAskInput,
  AskAction,
  AskFacts,
  AskState,
  AskView,
  DeclineAskInput,
  MatchFlagView,
} from '@kernagenda/matching/domain';
import { Audit, Clock, Jobs } from '@kernagenda/shared/api';
import { Problem, invalidField, stateAfter } from '@kernagenda/shared/domain';
import { AskTokens } from './ask-tokens';
import { FlagDecisions } from './flags.decisions';
import type { FlagRow, SideRow } from './flags.queries';
import { factsOfSide, mayKnow, toAskView } from './flags.views';
import { judge } from './judgements';
import { MatchAsk, MatchFlag } from './matching.entities';
import { flagAccepted, flagAnswered, flagDeclined } from './matching.events';

/** A yes, or a no with its reason. */
export type AskAnswer =
  ({ readonly action: 'accept' } & AcceptAskInput) | ({ readonly action: 'decline' } & DeclineAskInput);

const verbs: Readonly<Record<AskState, string>> = { asked: 'waits', accepted: 'said yes', declined: 'said no' };

/** From a flag to contact: a broker introduces the villages, each says yes or no, and enough of them go on together. */
@Injectable()
export class IntroductionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly actors: Actors,
    private readonly tokens: AskTokens,
    private readonly decisions: FlagDecisions,
  ) {}

  /** Asks every village of the flag; its points stand from now on. Each hears of it once it cannot be taken back any more. */
  introduce(actor: Actor, id: string, seenVersion: number): Promise<MatchFlagView> {
    return this.decisions.decide(actor, id, 'introduce', seenVersion, {
      patch: { introducedBy: actor.personId, introducedAt: this.clock.now() },
      also: async (manager, { points }) => {
        const villageIds = [...new Set(points.map(({ village }) => village.id))];
        await manager.insert(
          MatchAsk,
          villageIds.map((villageId) => ({ flagId: id, villageId })),
        );
      },
    });
  }

  /** Takes the own introduction back, before anybody heard of it. @throws Problem `undo_window_closed`. */
  undo(actor: Actor, id: string, seenVersion: number): Promise<MatchFlagView> {
    return this.decisions.decide(actor, id, 'undo_introduction', seenVersion);
  }

  /** Goes on with those who said yes; who did not answer drops out. @throws Problem `wrong_state` with fewer than two. */
  proceed(actor: Actor, id: string, seenVersion: number): Promise<MatchFlagView> {
    return this.decisions.decide(actor, id, 'proceed', seenVersion, {
      also: async (manager) => {
        const late = { state: 'declined', reason: 'no_answer', answeredAt: this.clock.now() } as const;
        await manager.update(MatchAsk, { flagId: id, state: 'asked' }, late);
        await this.jobs.publish(manager, flagAccepted, { flagId: id });
      },
    });
  }

  /** What a village is asked. @throws Problem `not_found` for who neither sees the flag nor answers for the village. */
  async getAsk(actor: Actor, askId: string): Promise<AskView> {
    const { flag, side } = await this.findAsk(actor, askId);
    return toAskView(flag, side, actor);
  }

  /** The same for somebody who is told of it by mail, under the rights of this moment; null for who may not know of it. */
  async findAskOf(personId: string, askId: string): Promise<AskView | null> {
    const actor = await this.actors.findPerson(personId);
    const found = actor && (await this.findAsk(actor, askId).catch(asNull));
    return found && toAskView(found.flag, found.side, actor);
  }

  /**
   * Says yes or no for a village.
   * @throws Problem `not_found`, `not_allowed`, `invalid_input` when a broker does not say for whom, or `wrong_state` that
   * says what happened when somebody was first or it is not asked any more.
   */
  async answer(actor: Actor, askId: string, answer: AskAnswer, by: 'app' | 'mail' = 'app'): Promise<AskView> {
    const ask = await this.dataSource.manager.findOneBy(MatchAsk, { id: askId });
    if (!ask) throw new Problem('not_found');
    const { readers, flag, outcome } = await this.dataSource.transaction(async (manager) => {
      const { flag, side } = known(await this.decisions.lockForAnswer(manager, actor, ask.flagId), askId, actor);
      const to = requireAnswer(flag, side, answer.action, factsOfSide(side, actor));
      await this.keep(manager, side, to, actor, answer);
      const details = { flagId: flag.id, villageId: side.village.id, answerer: side.answerer, by, ...answer };
      await this.audit.record(manager, {
        ...{ actorId: actor.personId, action: `match_ask.${answer.action}`, objectType: 'match_ask', objectId: askId },
        ...{ fromState: side.state, toState: to, details },
      });
      await this.jobs.publish(manager, flagAnswered, { flagId: flag.id, askId });
      const outcome = outcomeOf(flag.sides.map((one) => (one === side ? to : one.state)));
      await this.conclude(manager, flag, outcome, actor);
      return { flag, outcome, readers: await this.decisions.listReaders(manager, flag.id) };
    });
    this.decisions.announce(flag.id, readers);
    if (outcome === 'declined') this.decisions.announcePublicly(flag);
    return this.getAsk(actor, askId);
  }

  /** What the link in a mail asks; reading it changes nothing. @throws Problem `invalid_code`, the same for every link that does not work. */
  async getByLink(token: string): Promise<AskView> {
    const { askId, actor } = await this.readLink(token);
    const { flag, side } = await this.findAsk(actor, askId).catch(asInvalid);
    // Who only reads the flag by now does not answer any more.
    const isOwn = answersFor(factsOfSide(side, actor)) || side.answeredById === actor.personId;
    if (!isOwn) throw new Problem('invalid_code');
    return toAskView(flag, side, actor);
  }

  /** Answers with the link in a mail. @throws Problem `invalid_code`, or as `answer`. */
  async answerByLink(token: string, answer: AskAnswer): Promise<AskView> {
    const { askId, actor } = await this.readLink(token);
    return this.answer(actor, askId, answer, 'mail').catch(asInvalid);
  }

  /** Under the rights of this moment. */
  private async readLink(token: string): Promise<{ readonly askId: string; readonly actor: Actor }> {
    const { askId, personId } = this.tokens.read(token);
    const actor = await this.actors.findPerson(personId);
    if (!actor) throw new Problem('invalid_code');
    return { askId, actor };
  }

  private async findAsk(actor: Actor, askId: string): Promise<{ readonly flag: FlagRow; readonly side: SideRow }> {
    const ask = await this.dataSource.manager.findOneBy(MatchAsk, { id: askId });
    const flag = ask && (await this.decisions.seek(this.dataSource, actor, ask.flagId));
    return known(flag, askId, actor);
  }

  private async keep(
    manager: EntityManager,
    { askId, answerer }: SideRow,
    state: AskState,
    { personId }: Actor,
    answer: AskAnswer,
  ): Promise<void> {
    if (answerer === 'broker' && !answer.onBehalfOf) {
      throw invalidField('/onBehalfOf', 'Say who in the village gave this answer.');
    }
    await manager.update(MatchAsk, askId, {
      ...{ state, answerer, answeredBy: personId, answeredAt: this.clock.now() },
      onBehalfOf: answerer === 'broker' ? answer.onBehalfOf : '',
      ...(answer.action === 'decline' && { reason: answer.reason, note: answer.note }),
    });
  }

  /** Who looked at the flag before the answer has to look again; the last answer decides it. */
  private async conclude(
    manager: EntityManager,
    flag: FlagRow,
    outcome: ReturnType<typeof outcomeOf>,
    { personId }: Actor,
  ): Promise<void> {
    const { id, state, version } = flag;
    if (outcome === null) {
      // Its day may have come since it was put away.
      await manager.update(MatchFlag, id, { state, version: version + 1, snoozedUntil: null });
    } else if (outcome === 'accepted') {
      await this.decisions.step(manager, flag, 'agree', personId);
      await this.jobs.publish(manager, flagAccepted, { flagId: id });
    } else {
      await this.decisions.step(manager, flag, 'fall_apart', personId, { declineReason: 'not_together' });
      await judge(manager, flag, { verdict: 'wrong', reason: 'not_together', personId, at: this.clock.now() });
      await this.jobs.publish(manager, flagDeclined, { flagId: id });
    }
  }
}

/** The state after the answer. @throws Problem `not_allowed`, or `wrong_state` that says what happened. */
function requireAnswer(flag: FlagRow, side: SideRow, action: AskAction, facts: AskFacts): AskState {
  if (answersFor(facts) && side.state !== 'asked') {
    const { village, answeredBy, answeredAt } = side;
    const who = answeredBy ?? 'Nobody';
    throw new Problem('wrong_state', `${village.name} ${verbs[side.state]}: ${who}, ${answeredAt ?? ''}.`);
  }
  const to = stateAfter<AskState, AskFacts>(askActions, action, side.state, facts);
  if (flag.state !== 'introduced') throw new Problem('wrong_state', `Nothing is asked while it is ${flag.state}.`);
  return to;
}

/** @throws Problem `not_found` for what this person may not know. */
function known(flag: FlagRow | null, askId: string, actor: Actor): { readonly flag: FlagRow; readonly side: SideRow } {
  const side = flag?.sides.find((one) => one.askId === askId);
  if (!flag || !side || !mayKnow(side, flag, actor)) throw new Problem('not_found');
  return { flag, side };
}

function asNull(error: unknown): null {
  if (error instanceof Problem && error.code === 'not_found') return null;
  throw error;
}

function asInvalid(error: unknown): never {
  const isGone = error instanceof Problem && (error.code === 'not_found' || error.code === 'not_allowed');
  throw isGone ? new Problem('invalid_code') : error;
}
