import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit, Clock, Settings } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { isStaff, personLimits } from '@kernagenda/identity/domain';
import type { Actor, MeView, PersonView, UpdateMeInput } from '@kernagenda/identity/domain';
import { Person } from './identity.entities';

@Injectable()
export class MeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: Audit,
  ) {}

  async getMe(actor: Actor | null): Promise<MeView> {
    const demo = this.settings.isDemo;
    if (!actor) return { person: null, demo };
    const person = await this.dataSource.manager.findOneByOrFail(Person, { id: actor.personId });
    return { person: this.toView(person, actor), demo };
  }

  /**
   * @throws Problem `home_village_fixed` when the home village was chosen less than 90 days ago, `home_village_of_staff`
   * when somebody with a staff role moves: where they live decides where they act only as residents.
   */
  async updateMe(actor: Actor, input: UpdateMeInput): Promise<MeView> {
    const person = await this.dataSource.transaction(async (manager) => {
      const found = await manager.findOneOrFail(Person, {
        where: { id: actor.personId },
        lock: { mode: 'pessimistic_write' },
      });
      const changed = this.apply(found, input, isStaff(actor));
      if (changed.length === 0) return found;
      const saved = await manager.save(found);
      await this.audit.record(manager, {
        actorId: actor.personId,
        action: 'person.update',
        objectType: 'person',
        objectId: actor.personId,
        details: { changed },
      });
      return saved;
    });
    return { person: this.toView(person, actor), demo: this.settings.isDemo };
  }

  /** The names of the fields that changed. */
  private apply(person: Person, { displayName, homeVillageId }: UpdateMeInput, isStaff: boolean): string[] {
    const changed: string[] = [];
    if (displayName !== undefined && displayName !== person.displayName) {
      person.displayName = displayName;
      changed.push('displayName');
    }
    if (homeVillageId !== undefined && homeVillageId !== person.homeVillageId) {
      if (isStaff && person.homeVillageId !== null) throw new Problem('home_village_of_staff');
      if (this.fixedUntil(person)) throw new Problem('home_village_fixed');
      person.homeVillageId = homeVillageId;
      person.homeVillageChangedAt = this.clock.now();
      changed.push('homeVillageId');
    }
    return changed;
  }

  private fixedUntil({ homeVillageChangedAt }: Person): Date | null {
    if (!homeVillageChangedAt) return null;
    const until = new Date(homeVillageChangedAt.getTime() + personLimits.homeVillageDays * 86_400_000);
    return until > this.clock.now() ? until : null;
  }

  private toView(person: Person, { roles }: Actor): PersonView {
    const { id, displayName, email, homeVillageId } = person;
    const homeVillageFixedUntil = this.fixedUntil(person)?.toISOString() ?? null;
    return { id, displayName, email, homeVillageId, homeVillageFixedUntil, roles };
  }
}
