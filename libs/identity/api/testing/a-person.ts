import { randomUUID } from 'node:crypto';
import { sessionCookie } from '@kernagenda/shared/api';
import type { SignedIn, TestApp } from '@kernagenda/shared/api/testing';
import type { GivenRole } from '@kernagenda/identity/domain';
import { PeopleRegistry } from '../people.registry';
import type { NewPerson } from '../people.registry';
import { Sessions } from '../sessions.service';

export interface PersonOptions extends Partial<NewPerson> {
  readonly roles?: readonly GivenRole[];
}

export interface TestPerson extends SignedIn {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
}

/** A person with roles who is signed in. */
export async function aPerson(app: TestApp, { roles = [], ...given }: PersonOptions = {}): Promise<TestPerson> {
  const person = { email: `${randomUUID()}@dorp.test`, displayName: 'Sanne', ...given };
  const { id, token } = await app.dataSource.transaction(async (manager) => {
    const personId = await app.get(PeopleRegistry).savePerson(manager, person);
    for (const role of roles) await app.get(PeopleRegistry).saveRole(manager, personId, role);
    return { id: personId, token: await app.get(Sessions).start(manager, personId) };
  });
  return { id, email: person.email, displayName: person.displayName, cookie: `${sessionCookie}=${token}` };
}
