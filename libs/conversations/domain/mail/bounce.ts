/** A report is read no further than this: it stands before the mail that came back. */
const reportLetters = 16_384;

/**
 * The status (RFC 3463, such as `5.1.1`) with which a mail came back for good, from a report of delivery (RFC 3464); null
 * when the address may be good: a delay, a full mailbox, a mail that was too large, or one whose content was not wanted.
 */
export function bouncedForGood(raw: string): string | null {
  const begin = raw.search(/^content-type:[ \t]*message\/delivery-status/im);
  if (begin < 0) return null;
  const groups = raw.slice(begin, begin + reportLetters).split(/\r?\n\r?\n/);
  for (const group of groups) {
    const status = /^status:[ \t]*(5\.\d{1,3}\.\d{1,3})\b/im.exec(group)?.[1];
    if (status !== undefined && /^action:[ \t]*failed\b/im.test(group) && isOfAddress(status)) return status;
  }
  return null;
}

/** Whether a status says something of the address, and not of this one mail or of how much the mailbox holds. */
export const isOfAddress = (status: string): boolean =>
  !['5.2.2', '5.2.3', '5.3.4'].includes(status) && !/^5\.[67]\./.test(status);
