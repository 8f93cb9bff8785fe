import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { flagAccepted, flagAnswered, flagDeclined, flagIntroduced } from '@kernagenda/matching/api';
import type { AskState, MatchFlagState } from '@kernagenda/matching/domain';
import type { IntroductionKind } from '@kernagenda/notifications/domain';
import { Clock, Jobs } from '@kernagenda/shared/api';
import { Ledger } from './ledger.service';

interface ToldFlag {
  readonly state: MatchFlagState;
  readonly introducedBy: string | null;
  readonly decidedBy: string | null;
  readonly asks: readonly { readonly id: string; readonly state: AskState; readonly answeredBy: string | null }[];
}

/** $1: the flag; $2: now. */
const flagQuery = `
  select f.state, f.introduced_by as "introducedBy", f.decided_by as "decidedBy",
    (select coalesce(json_agg(json_build_object('id', a.id, 'state', a.state, 'answeredBy', a.answered_by)), '[]')
      from match_ask_told a where a.flag_id = f.flag_id) as asks
  from match_introduction($2) f where f.flag_id = $1`;

/** Hears what villages that were introduced are asked and answer, and says who is told. */
@Injectable()
export class IntroductionListeners implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(flagIntroduced, 'notifications-introduced', (told) =>
      this.introduced(told.flagId, told.askIds),
    );
    this.jobs.subscribe(flagAnswered, 'notifications-ask-answered', (told) => this.answered(told.flagId, told.askId));
    this.jobs.subscribe(flagAccepted, 'notifications-flag-accepted', ({ flagId }) => this.accepted(flagId));
    this.jobs.subscribe(flagDeclined, 'notifications-flag-declined', ({ flagId }) => this.declined(flagId));
  }

  /** Only what this introduction asked: it may have been taken back, and another one made that still can be. */
  private async introduced(flagId: string, askIds: readonly string[]): Promise<void> {
    const flag = await this.find(flagId);
    if (flag?.state !== 'introduced') return;
    for (const { id, state } of flag.asks)
      if (state === 'asked' && askIds.includes(id)) await this.tellSide('introduction', flagId, id);
  }

  /** The last answer decides, and is told as what it decided. */
  private async answered(flagId: string, askId: string): Promise<void> {
    const flag = await this.find(flagId);
    const answer = flag?.asks.find(({ id }) => id === askId);
    if (flag?.state !== 'introduced' || !answer) return;
    await this.tellIntroducer('introduction_answered', flagId, { ...flag, decidedBy: answer.answeredBy }, askId);
  }

  private async accepted(flagId: string): Promise<void> {
    const flag = await this.find(flagId);
    if (flag?.state !== 'accepted' && flag?.state !== 'linked') return;
    for (const { id, state } of flag.asks)
      if (state === 'accepted') await this.tellSide('introduction_accepted', flagId, id);
    await this.tellIntroducer('introduction_accepted', flagId, flag);
  }

  /** Who said no knows, and who was not asked yet hears no end of it. */
  private async declined(flagId: string): Promise<void> {
    const flag = await this.find(flagId);
    if (flag?.state !== 'declined') return;
    for (const { id, state } of flag.asks)
      if (state !== 'declined')
        await this.tellSide('introduction_declined', flagId, id, state === 'asked' ? 'askedBefore' : 'asked');
    await this.tellIntroducer('introduction_declined', flagId, flag);
  }

  private tellSide(
    kind: IntroductionKind,
    flagId: string,
    askId: string,
    audience: 'asked' | 'askedBefore' = 'asked',
  ): Promise<void> {
    return this.ledger.note({ event: `${kind} ${askId}`, kind, flagId, askId, except: [], audience, ids: [askId] });
  }

  private async tellIntroducer(
    kind: IntroductionKind,
    flagId: string,
    { introducedBy, decidedBy }: ToldFlag,
    askId?: string,
  ): Promise<void> {
    if (introducedBy === null) return;
    await this.ledger.note({
      event: askId ? `${kind} ${askId} introducer` : `${kind} ${flagId}`,
      kind,
      flagId,
      ...(askId && { askId }),
      except: [decidedBy],
      audience: 'people',
      ids: [introducedBy],
      words: ['introducer'],
    });
  }

  private async find(flagId: string): Promise<ToldFlag | null> {
    const [flag] = await this.dataSource.query<ToldFlag[]>(flagQuery, [flagId, this.clock.now()]);
    return flag ?? null;
  }
}
