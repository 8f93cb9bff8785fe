import { readJudgedPairs } from '@kernagenda/matching/api';
import type { JudgedPair } from '@kernagenda/matching/api';
import { SettingsError } from './config';
import { connect, needsMigration } from './data-source';

const columns = ['a', 'a_village', 'a_title', 'a_body', 'b', 'b_village', 'b_title', 'b_body', 'verdict', 'reason'];

/** Writes the pairs people judged as lines of a tab-separated file, for `match:train`; only reads. */
export async function matchJudged(
  databaseUrl: string,
  args: readonly string[],
  write: (line: string) => void,
): Promise<void> {
  if (args.length > 0) throw new SettingsError('Use match:judged > FILE.tsv; it wants nothing else.');
  if (await needsMigration(databaseUrl)) {
    throw new SettingsError('The database is older than this version: start the new version once, or run "migrate".');
  }
  const dataSource = await connect(databaseUrl);
  try {
    const pairs = await readJudgedPairs(dataSource.manager);
    [columns, ...pairs.map(toCells)].forEach((cells) => write(cells.map(oneCell).join('\t')));
  } finally {
    await dataSource.destroy();
  }
}

const toCells = ({ a, b, verdict, reason }: JudgedPair): string[] => [
  ...[a, b].flatMap(({ id, village, title, body }) => [id, village, title, body]),
  verdict,
  reason ?? '',
];

const oneCell = (text: string): string => text.replace(/\s+/g, ' ').trim();
