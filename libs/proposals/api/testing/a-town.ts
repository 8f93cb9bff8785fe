import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

/** A fresh village with one person of each part around a proposal. */
export interface TestTown {
  readonly tricht: TestVillage;
  readonly resident: TestPerson;
  readonly neighbour: TestPerson;
  readonly broker: TestPerson;
  readonly secretary: TestPerson;
  readonly otherBroker: TestPerson;
  readonly official: TestPerson;
}

export async function aTown(app: TestApp): Promise<TestTown> {
  const tricht = await aVillage(app);
  const elsewhere = await aVillage(app, { name: 'Deil' });
  const home = { homeVillageId: tricht.id };
  const scope = (role: 'broker' | 'secretary' | 'official', { id, areaId }: TestVillage) =>
    role === 'broker'
      ? ({ role, scopeType: 'area', scopeId: areaId } as const)
      : ({ role, scopeType: 'village', scopeId: id } as const);
  return {
    tricht,
    resident: await aPerson(app, { ...home, displayName: 'Bewoner' }),
    neighbour: await aPerson(app, { ...home, displayName: 'Buur' }),
    broker: await aPerson(app, { displayName: 'Gebiedsmakelaar', roles: [scope('broker', tricht)] }),
    secretary: await aPerson(app, { ...home, displayName: 'Secretaris', roles: [scope('secretary', tricht)] }),
    otherBroker: await aPerson(app, { displayName: 'Andere makelaar', roles: [scope('broker', elsewhere)] }),
    official: await aPerson(app, { displayName: 'Ambtenaar', roles: [scope('official', tricht)] }),
  };
}
