/** The line over what is quoted, as mail programs write it in Dutch and in English. */
const wroteHead = /^(?:op .{4,200} (?:schreef|heeft) .{1,300}|on .{4,300} wrote):$/i;
const otherHeads: readonly RegExp[] = [
  /^-{2,} ?(?:oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message) ?-{2,}$/i,
  /^_{20,}$/,
];

/** Outlook puts the heads of a mail over what it quotes, and no mark before the lines below. */
const outlookHead = /^\*?(?:van|from):\*? .{3,}$/i;
const outlookNext = /^\*?(?:verzonden|sent|datum|date|aan|to):\*? /i;

/** Where a signature begins; the first is that of RFC 3676. */
const signatures: readonly RegExp[] = [
  /^-- ?$/,
  /^(?:verstuurd|verzonden) (?:vanaf|met|vanuit) .{2,80}$/i,
  /^(?:sent from|get outlook for) .{2,80}$/i,
  /^(?:download|haal) outlook voor .{2,80}$/i,
];

/** No head is longer; longer lines are not looked at further. */
const headMax = 600;

/**
 * What somebody wrote themselves in a mail that answers another: without what is quoted above, between or below it, and
 * without the signature. Each line is looked at a few times at most, so that a hostile mail costs no more than a long one.
 */
export function replyText(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const own: string[] = [];
  for (const [index, line] of lines.entries()) {
    const [before = '', after = ''] = [lines[index - 1], lines[index + 1]];
    if (isHead(line, after)) {
      // Who answers below the question has it marked line by line; where nothing is marked, all that follows is quoted.
      if (lines.slice(index + 1, index + 5).some(isMarked)) continue;
      break;
    }
    if (signatures.some((one) => one.test(line))) break;
    if (!isMarked(line) && !isFolded(before, line)) own.push(line);
  }
  return own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const isMarked = (line: string): boolean => /^\s*>/.test(line);

function isHead(line: string, after: string): boolean {
  const bare = line.trim();
  if (bare.length > headMax) return false;
  if (wroteHead.test(bare) || otherHeads.some((one) => one.test(bare))) return true;
  return isFolded(line, after) || (outlookHead.test(bare) && outlookNext.test(after.trim()));
}

/** Whether a line and the next are one head that was too long for a line. */
function isFolded(line: string, next: string): boolean {
  const [first, second] = [line.trim(), next.trim()];
  if (first.endsWith(':') || first.length + second.length > headMax) return false;
  return wroteHead.test(`${first} ${second}`);
}
