export const auditLimits = {
  /** Why somebody reads the log; kept with the reading. */
  reason: { min: 10, max: 300 },
  name: { max: 100 },
} as const;

/** One thing somebody did, as an administrator reads it. Names of people stand with identity. */
export interface AuditEntryView {
  readonly id: string;
  readonly at: string;
  /** Null when the system did it. */
  readonly actorId: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Null when there never were any, or when they were erased. */
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly areDetailsErased: boolean;
  /** Its place in the chain; null until it is linked, within a minute or so. */
  readonly position: number | null;
}
