import type { EntityManager } from 'typeorm';
import type { Period } from '@kernagenda/shared/domain';
import type { ScopeType } from '@kernagenda/identity/domain';

/** Knows the villages, areas, teams and municipalities a role can be given for; the villages provide it. */
export abstract class ScopeSource {
  /** Since when and until when it is there; null when there is no such scope. */
  abstract find(manager: EntityManager, scopeType: ScopeType, scopeId: string): Promise<Period | null>;
}
