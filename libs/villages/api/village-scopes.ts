import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ScopeSource } from '@kernagenda/identity/api';
import type { ScopeType } from '@kernagenda/identity/domain';
import type { Period } from '@kernagenda/shared/domain';
import { Area, Municipality, Team, Village } from './villages.entities';

const always: Period = { startsAt: new Date(0), endsAt: null };

/** What a role can be given for. */
@Injectable()
export class VillageScopes extends ScopeSource {
  override async find(manager: EntityManager, scopeType: ScopeType, id: string): Promise<Period | null> {
    switch (scopeType) {
      case 'municipality':
        return (await manager.existsBy(Municipality, { id })) ? always : null;
      case 'area':
        return (await manager.existsBy(Area, { id })) ? always : null;
      case 'village':
        return (await manager.existsBy(Village, { id })) ? always : null;
      case 'team':
        return manager.findOne(Team, { where: { id }, lock: { mode: 'pessimistic_read' } });
      case 'installation':
        return null;
    }
  }
}
