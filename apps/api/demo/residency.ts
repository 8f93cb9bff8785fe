import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@kernagenda/identity/domain';
import { Clock } from '@kernagenda/shared/api';
import { daysAfter } from '@kernagenda/shared/domain';
import { CodeBatches, Residency, VillagesService } from '@kernagenda/villages/api';

/** Codes for one village, of which some residents used one; unless there are codes already. */
export async function loadResidency(
  app: INestApplicationContext,
  slug: string,
  broker: Actor,
  residents: readonly Actor[],
): Promise<void> {
  const batches = app.get(CodeBatches, { strict: false });
  if ((await batches.list(broker, 1, null)).items.length) return;
  const { id: villageId, postcodes } = await app.get(VillagesService, { strict: false }).getVillage(slug);
  const validUntil = daysAfter(app.get(Clock).now(), 90);
  const { codes } = await batches.make(broker, { villageId, codes: 40, usesPerCode: 4, validUntil });
  for (const [house, resident] of residents.entries()) {
    const input = { code: codes[house] ?? '', postcode: postcodes[0] ?? '' };
    await app.get(Residency, { strict: false }).prove(resident, input, 'demo');
  }
}
