import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../problem.mjs';
import { cookieOf } from './demo-people.mjs';
import { WARM_UP, percentile } from './times.mjs';

/** Points that wait for a broker, each with a word nobody else uses and a wish that others have too. $1: how many. */
const waiting = `
  insert into proposal (village_id, author_id, title, body, place, theme, kind, moderation_state, agenda_state,
    submitted_at, status_at, created_at)
  select v.id, (select id from person limit 1), 'Straatverlichting bij de ' || word, 'Het is er te donker.', '', 'traffic',
    'good', 'submitted', 'wish', now(), now(), now()
  from (select 'q' || translate(substr(md5(n::text), 1, 12), '0123456789', 'ghijklmnop') as word from generate_series(1, $1::int) n) w
  join village v on v.slug = 'tricht'
  returning id, version, substr(title, 26) as word`;

const FEW_MS = 5;
const LONG_MS = 20_000;

/**
 * How long after the answer to an approval a point is found by a search, and stands beside what resembles it; beside how
 * long the approval itself took, in the same run. Milliseconds.
 */
export async function measureFindable(client, origin, count) {
  const cookie = await cookieOf(origin, 'Gebiedsmakelaar Voorbeeldgebied 1');
  const { rows } = await client.query(waiting, [count + WARM_UP]);
  const times = { approve: [], search: [], matching: [] };
  for (const [n, { id, version, word }] of rows.entries()) {
    const begun = performance.now();
    const { status } = await fetch(`${origin}/api/v1/proposals/${id}/approve`, {
      method: 'POST',
      headers: { cookie, 'if-match': `"${version}"` },
    });
    if (status !== 200) throw new Problem(`A point was not approved: ${status}.`);
    const approved = performance.now();
    const [search, matching] = await Promise.all([
      foundAt(`${origin}/api/v1/search?q=${word}`),
      foundAt(`${origin}/api/v1/proposals/${id}/similar`),
    ]);
    if (n < WARM_UP) continue;
    times.approve.push(approved - begun);
    times.search.push(search - approved);
    times.matching.push(matching - approved);
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => {
      const sorted = all.sort((a, b) => a - b);
      return [name, { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }];
    }),
  );
}

/** When a list that was empty is not any more. */
async function foundAt(url) {
  const end = performance.now() + LONG_MS;
  for (;;) {
    const { items } = await (await fetch(url)).json();
    if (items.length > 0) return performance.now();
    if (performance.now() > end) throw new Problem(`${url} still finds nothing.`);
    await pause(FEW_MS);
  }
}
