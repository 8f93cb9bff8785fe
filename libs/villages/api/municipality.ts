import type { EntityManager } from 'typeorm';
import { Problem } from '@kernagenda/shared/domain';
import { Municipality } from './villages.entities';

/** The only municipality of the installation; null while there is none. */
export async function findMunicipality(manager: EntityManager): Promise<Municipality | null> {
  const [found] = await manager.find(Municipality, { order: { slug: 'asc' }, take: 1 });
  return found ?? null;
}

/** @throws Problem `wrong_state` while there is none. */
export async function requireMunicipality(manager: EntityManager): Promise<Municipality> {
  const found = await findMunicipality(manager);
  if (!found) throw new Problem('wrong_state', 'There is no municipality yet.');
  return found;
}
