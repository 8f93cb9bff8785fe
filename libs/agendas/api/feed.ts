import { agendaLimits } from '@kernagenda/agendas/domain';
import type { AgendaPoint, AgendaVersionSummary } from '@kernagenda/agendas/domain';
import { nl } from './nl';

/** What a feed or calendar is made of, with the addresses people use. */
export interface PaperSource {
  /** "Varik en Heesselt" */
  readonly names: string;
  readonly publicUrl: string;
  readonly slug: string;
  /** When it is made. */
  readonly at: Date;
  readonly points: readonly AgendaPoint[];
  readonly versions: readonly AgendaVersionSummary[];
}

/** One item of a feed, in plain text. */
export interface FeedEntry {
  /** Stays the same for the same news. */
  readonly id: string;
  readonly link: string;
  readonly at: string;
  readonly title: string;
  readonly text: string;
}

/** A feed by what stands above its items. */
export interface FeedHead {
  readonly title: string;
  readonly subtitle: string;
  /** The page it tells of; also the name of the feed for good. */
  readonly page: string;
  /** Its own address. */
  readonly self: string;
  /** When it is made. */
  readonly at: Date;
}

/** Text as XML takes it: marks are written out, and what XML 1.0 cannot hold is left out (section 2.2 there). */
export const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

/**
 * News of an agenda as Atom (RFC 4287): every point as it came to stand, and every version, the newest first. A point
 * taken over from a public page has no instant, and comes when it moves here.
 */
export function toAtom({ names, publicUrl, slug, at, points, versions }: PaperSource): string {
  const page = `${publicUrl}/kernen/${slug}/agenda`;
  const moves = points.flatMap(
    ({ id, title, agendaState, actingParty, plan, statusAt, sourceUrl, createdAt }): FeedEntry[] => {
      const since = statusAt ?? (sourceUrl ? null : createdAt);
      if (since === null) return [];
      const link = `${publicUrl}/voorstellen/${id}`;
      const team = actingParty === 'municipality' ? (plan?.team?.name ?? null) : null;
      return [
        {
          id: `${link}#${since}`,
          link,
          at: since,
          title: nl.moved(title, agendaState),
          text: nl.acting(actingParty, team),
        },
      ];
    },
  );
  const frozen = versions.map(({ number, frozenAt, referenceOn, receivedBy }): FeedEntry => {
    const link = `${page}?versie=${number}`;
    return { id: link, link, at: frozenAt, title: nl.version(number), text: nl.received(referenceOn, receivedBy) };
  });
  const entries = [...moves, ...frozen].sort((a, b) => b.at.localeCompare(a.at)).slice(0, agendaLimits.feed);
  const self = `${publicUrl}/api/v1/agendas/${slug}/feed`;
  return writeAtom({ title: nl.agenda(names), subtitle: nl.notAPromise, page, self, at }, entries);
}

/** A feed as Atom (RFC 4287), in Dutch; the entries stand as they are given, the newest first. */
export function writeAtom({ title, subtitle, page, self, at }: FeedHead, entries: readonly FeedEntry[]): string {
  const name = xmlText(title);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">',
    `<id>${xmlText(page)}</id>`,
    `<title>${name}</title>`,
    `<subtitle>${xmlText(subtitle)}</subtitle>`,
    `<updated>${entries[0]?.at ?? at.toISOString()}</updated>`,
    `<author><name>${name}</name></author>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    ...entries.map((entry) =>
      [
        '<entry>',
        `<id>${xmlText(entry.id)}</id>`,
        `<title>${xmlText(entry.title)}</title>`,
        `<updated>${entry.at}</updated>`,
        `<link rel="alternate" type="text/html" href="${xmlText(entry.link)}"/>`,
        `<summary>${xmlText(entry.text)}</summary>`,
        '</entry>',
      ].join(''),
    ),
    '</feed>',
    '',
  ].join('\n');
}
