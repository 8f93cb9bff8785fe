import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from '@kernagenda/shared/domain';

const dayMs = 86_400_000;

/** What one kind of link is for, and what it is signed with. */
export interface LinkKind {
  /** Signed with it, so that nothing else signed with this key can be read as a link of this kind. */
  readonly purpose: string;
  readonly secretKey: string;
}

/** A signed token for a link in a mail, good for so many days. The words hold no dot and no line break. */
export function makeLinkToken(kind: LinkKind, words: readonly string[], now: Date, days: number): string {
  const said = [...words, Math.floor(now.getTime() / dayMs) + days].join('.');
  return `${said}.${sign(kind, said).toString('base64url')}`;
}

/** The words of a token. @throws Problem `invalid_code`, the same for one that was forged, changed or is too old. */
export function readLinkToken(kind: LinkKind, token: string, now: Date): readonly string[] {
  const end = token.lastIndexOf('.');
  const said = token.slice(0, Math.max(0, end));
  const given = Buffer.from(token.slice(end + 1), 'base64url');
  const right = sign(kind, said);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Problem('invalid_code');
  const words = said.split('.');
  if (Number(words.at(-1)) * dayMs < now.getTime() - dayMs) throw new Problem('invalid_code');
  return words.slice(0, -1);
}

function sign({ purpose, secretKey }: LinkKind, said: string): Buffer {
  return createHmac('sha256', secretKey).update(`${purpose}\n${said}`).digest();
}
