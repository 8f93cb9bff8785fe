import { verifyAudit } from '@kernagenda/shared/api';
import type { AuditFault, AuditReport } from '@kernagenda/shared/api';
import { SettingsError } from './config';
import { connect, needsMigration } from './data-source';

const usage = 'Use audit:verify, or audit:verify -- --head HASH with the hash it printed earlier.';

/**
 * Walks the audit log and tells on `write` what it found; only reads.
 * @returns whether all is as it was written, and the head that was asked for is still part of it
 */
export async function auditVerify(
  databaseUrl: string,
  args: readonly string[],
  write: (line: string) => void,
): Promise<boolean> {
  const soughtHead = readHead(args);
  if (await needsMigration(databaseUrl)) {
    throw new SettingsError('The database is older than this version: start the new version once, or run "migrate".');
  }
  const dataSource = await connect(databaseUrl);
  try {
    const report = await dataSource.transaction('REPEATABLE READ', (manager) => verifyAudit(manager, soughtHead));
    describe(report, soughtHead, new Date()).forEach(write);
    return report.fault === null && (soughtHead === null || report.foundAt !== null);
  } finally {
    await dataSource.destroy();
  }
}

function readHead([flag, hash, ...others]: readonly string[]): string | null {
  if (flag === undefined) return null;
  if (flag !== '--head' || !/^[0-9a-f]{64}$/i.test(hash ?? '') || others.length > 0) throw new SettingsError(usage);
  return hash?.toLowerCase() ?? null;
}

function describe(report: AuditReport, soughtHead: string | null, now: Date): string[] {
  const { soundCount, erasedCount, head, foundAt, fault, unlinked } = report;
  const lines = [`${soundCount} entries are sound; the details of ${erasedCount} of them were erased.`];
  if (fault) lines.unshift(`NOT SOUND: ${tell(fault)} What comes after it was not looked at.`);
  if (unlinked.oldestAt) {
    const seconds = Math.max(0, Math.round((now.getTime() - unlinked.oldestAt.getTime()) / 1000));
    lines.push(`${unlinked.count} entries are not linked yet, the oldest written ${seconds} seconds ago.`);
  }
  if (soughtHead !== null && foundAt !== null) lines.push(`The head you kept is part of it, at position ${foundAt}.`);
  if (soughtHead !== null && foundAt === null && !fault) {
    lines.unshift('NOT SOUND: the head you kept is no part of it; its end was cut off, or the chain was made anew.');
  }
  if (head && !fault) lines.push(`Head: position ${head.position}, hash ${head.hash}`);
  lines.push(
    'Who is superuser of the database can make the whole chain anew: keep the head elsewhere, and ask for it.',
  );
  return lines;
}

function tell({ kind, position, entryId }: AuditFault): string {
  if (entryId === null) return `at position ${position} one or more links are missing.`;
  const entry = `entry ${entryId} at position ${position}`;
  switch (kind) {
    case 'edited':
      return `${entry} was edited.`;
    case 'missing':
      return `${entry} is missing.`;
    case 'reordered':
      return `${entry} stood elsewhere; entries were reordered.`;
    case 'extra':
      return `${entry} is extra; it was put in later.`;
  }
}
