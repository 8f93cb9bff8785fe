import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActorSource, Clock, namedQuery } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { hashOfToken } from './session-tokens';

/**
 * A person `p` as who asks; $2: now. Roles, own ones and those of who is covered during leave, are read here and nowhere
 * kept, so one that was taken away is gone at once.
 */
const actorColumns = `
  p.id as "personId", p.display_name as "displayName", p.home_village_id as "homeVillageId",
  coalesce((
    select json_agg(distinct jsonb_build_object('role', r.role, 'scopeType', r.scope_type, 'scopeId', r.scope_id))
    from role_public r
    where r.person_id = p.id and r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)), '[]') as roles`;

/** $1: hash of the token. */
export const actorQuery = `
  select ${actorColumns} from session s join person p on p.id = s.person_id
  where s.token_hash = $1 and s.expires_at > $2`;

/** $1: person. */
const personQuery = `select ${actorColumns} from person p where p.id = $1`;

/** Answers who asks, for every request and every socket. */
@Injectable()
export class Actors extends ActorSource {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async findActor(token: string): Promise<Actor | null> {
    const values = [hashOfToken(token), this.clock.now()];
    const [actor] = await namedQuery<Actor>(this.dataSource, 'identity.actor', actorQuery, values);
    return actor ?? null;
  }

  /** Somebody who is not signed in but holds a signed link, with the rights of this moment; null when there is no such person. */
  async findPerson(personId: string): Promise<Actor | null> {
    const values = [personId, this.clock.now()];
    const [actor] = await namedQuery<Actor>(this.dataSource, 'identity.person', personQuery, values);
    return actor ?? null;
  }
}
