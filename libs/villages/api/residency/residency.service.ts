import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, RateLimits, Settings, namedQuery } from '@kernagenda/shared/api';
import { PeopleRegistry } from '@kernagenda/identity/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField } from '@kernagenda/shared/domain';
import { isPostcodeOf, mayProve, readCode, residencyLimits } from '@kernagenda/villages/domain/residency';
import type { ProveInput, ResidencyView } from '@kernagenda/villages/domain/residency';
import { Village } from '../villages.entities';
import { hashOfCode } from './code-batches.service';
import { heldCodeQuery, proofQuery, proveQuery, useCodeQuery } from './residency.queries';
import type { CodeRow, ProofRow } from './residency.queries';

const { person: triesOfPerson, network: triesOfNetwork } = residencyLimits.tries;

/** Residents who show with a code from their letterbox that they live in their village. Told to nobody but themselves. */
@Injectable()
export class Residency {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly limits: RateLimits,
    private readonly audit: Audit,
    private readonly people: PeopleRegistry,
  ) {}

  /** The own proof. */
  async get({ personId }: Actor): Promise<ResidencyView> {
    return this.read(this.dataSource.manager, personId);
  }

  /**
   * Takes a code and a postcode as proof for the home village; who has a proof keeps it, and uses nothing up.
   * @throws Problem `invalid_input` for a slip of the pen in the code and for a postcode of elsewhere, `invalid_code`
   * the same for a code that is unknown, of another village, over or withdrawn, `code_used_up`, `not_allowed`,
   * `home_village_required`, `too_many_requests`.
   */
  async prove(actor: Actor, { code: typed, postcode }: ProveInput, network: string): Promise<ResidencyView> {
    this.limits.take('residency-person', actor.personId, triesOfPerson);
    this.limits.take('residency-network', network, triesOfNetwork);
    if (!mayProve(actor)) throw new Problem('not_allowed');
    const code = readCode(typed);
    if (code === null) throw invalidField('/code', 'a code as it is printed; one of its characters is wrong');
    const { personId } = actor;
    return this.dataSource.transaction(async (manager) => {
      const villageId = await this.people.holdHome(manager, personId);
      if (villageId === null) throw new Problem('home_village_required');
      const village = await manager.findOneOrFail(Village, { where: { id: villageId }, select: { postcodes: true } });
      if (!isPostcodeOf(village.postcodes, postcode)) throw invalidField('/postcode', 'a postcode of the home village');
      if (await this.use(manager, personId, villageId, hashOfCode(this.settings.secretKey, code)))
        await this.audit.record(manager, {
          actorId: personId,
          action: 'residency.prove',
          objectType: 'village',
          objectId: villageId,
        });
      return this.read(manager, personId);
    });
  }

  /** Whether the person had no proof yet; only then a use of the code is gone. */
  private async use(manager: EntityManager, personId: string, villageId: string, hash: string): Promise<boolean> {
    const now = this.clock.now();
    const [code] = (await manager.query(heldCodeQuery, [hash, villageId])) as CodeRow[];
    if (!code || code.isWithdrawn || code.validUntil < amsterdamDay(now)) throw new Problem('invalid_code');
    const added = (await manager.query(proveQuery, [personId, villageId, code.batchId, now])) as unknown[];
    if (added.length === 0) return false;
    if (code.uses >= code.usesPerCode) throw new Problem('code_used_up');
    await manager.query(useCodeQuery, [hash]);
    return true;
  }

  private async read(manager: EntityManager, personId: string): Promise<ResidencyView> {
    const [row] = await namedQuery<ProofRow>(manager, 'residency proof', proofQuery, [personId]);
    return { proof: row ? { village: row.village, provenAt: row.provenAt.toISOString() } : null };
  }
}
