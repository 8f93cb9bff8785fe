import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until there is something; fails after twenty seconds, naming the question. */
export async function until<Found>(
  look: () => Promise<Found | null | undefined | false> | Found | null | undefined | false,
): Promise<Found> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${String(look)}`);
    await pause(10);
  }
}
