import { Problem } from '@kernagenda/shared/domain';

const maxDepth = 12;

/**
 * Refuses what no field can mean and what hurts behind it: a body that is no object, trees deep enough to exhaust the
 * stack of a validator, and the NUL character, which PostgreSQL cannot store.
 */
export function checkBody(body: unknown): void {
  if (body === undefined) return;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem('invalid_input', 'The body must be a JSON object.');
  }
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: body, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') checkText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > maxDepth) throw new Problem('invalid_input', `The body is nested deeper than ${maxDepth} levels.`);
    for (const [key, child] of Object.entries(value)) {
      checkText(key);
      waiting.push({ value: child, depth: depth + 1 });
    }
  }
}

/** Refuses an address that carries the NUL character, which PostgreSQL cannot store. */
export function checkAddress(url: string): void {
  if (/%00/.test(url)) throw new Problem('invalid_input', 'The address contains a NUL character.');
}

function checkText(text: string): void {
  if (text.includes('\u0000')) throw new Problem('invalid_input', 'The body contains a NUL character.');
}
