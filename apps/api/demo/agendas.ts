import type { INestApplicationContext } from '@nestjs/common';
import { AgendaVersions } from '@kernagenda/agendas/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Clock } from '@kernagenda/shared/api';
import { amsterdamDay } from '@kernagenda/shared/domain';

/** The villages that share one agenda, as their own pages do. */
export const sharedAgenda = ['varik', 'heesselt'] as const;

/** Two villages share an agenda, and Tricht has a first version, frozen before its example points move on. Who received
 * that is an example. */
export async function loadAgendas(
  app: INestApplicationContext,
  villageIds: readonly string[],
  admin: Actor,
  secretary: Actor,
): Promise<void> {
  const versions = app.get(AgendaVersions, { strict: false });
  await versions.share(admin, sharedAgenda[0], { villageIds });
  const cover = { referenceOn: amsterdamDay(app.get(Clock).now()), receivedBy: 'de wethouder (voorbeeld)' };
  await versions.freeze(secretary, 'tricht', cover, null);
}
