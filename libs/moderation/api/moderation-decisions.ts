import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Decision, ReasonsInput } from '@kernagenda/moderation/domain';
import { ModerationDecision, StatementOfReasons } from './moderation.entities';

/** A decision as contexts to the right of moderation may know it, for instance to write to the author. */
export interface KeptDecision {
  readonly id: string;
  readonly proposalId: string;
  readonly decision: Decision;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly isUndone: boolean;
  readonly reasons: ReasonsInput | null;
  /** Why it was taken up again. */
  readonly reason: string | null;
}

@Injectable()
export class ModerationDecisions {
  constructor(private readonly dataSource: DataSource) {}

  async findDecision(id: string): Promise<KeptDecision | null> {
    const { manager } = this.dataSource;
    const kept = await manager.findOneBy(ModerationDecision, { id });
    if (!kept) return null;
    const statement = await manager.findOneBy(StatementOfReasons, { decisionId: id });
    const { proposalId, decision, decidedBy, decidedAt, undoneAt, reason } = kept;
    const reasons = statement && {
      sentence: statement.sentence,
      rule: statement.rule,
      wouldBeAccepted: statement.wouldBeAccepted,
    };
    return { id, proposalId, decision, decidedBy, decidedAt, isUndone: undoneAt !== null, reasons, reason };
  }
}
