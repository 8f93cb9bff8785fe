import { announcementPath, digestTerms, notificationsNl } from '@kernagenda/notifications/domain';
import type { DigestContents, DigestLine, OpenDigest } from './digest.queries';
import type { MailContent, MailGroup } from './mail-template';
import { neverAgain } from './nl';

interface DigestMail {
  readonly rhythm: OpenDigest['rhythm'];
  readonly contents: DigestContents;
  readonly name: string;
  readonly publicUrl: string;
  readonly stopAll: string;
}

const leads: Readonly<Record<OpenDigest['rhythm'], string>> = {
  daily: 'Dit gebeurde er sinds gisteren met wat u volgt.',
  weekly: 'Dit gebeurde er de afgelopen week met wat u volgt.',
  monthly: 'Dit gebeurde er de afgelopen maand met wat u volgt.',
  at_once: 'Dit stond nog voor u klaar. Vanaf nu krijgt u meteen een mail als er iets gebeurt.',
};

/** The mail with many lines, grouped by point; the title of a point or announcement stands in it, never in its subject. */
export function digestMail({ rhythm, contents, name, publicUrl, stopAll }: DigestMail): MailContent {
  const groups = grouped(contents.lines, publicUrl);
  const rest = contents.ids.length - contents.lines.length;
  const follows = `${publicUrl}/mijn/volgen`;
  return {
    subject: subjectOf(contents, groups.length === 1 && rest === 0),
    greeting: `Beste ${name},`,
    paragraphs: [leads[rhythm]],
    groups,
    after: rest === 0 ? [] : [rest === 1 ? 'En nog 1 bericht.' : `En nog ${rest} berichten.`],
    quotes: [],
    button: { label: 'Bekijk al uw meldingen', url: `${publicUrl}/mijn/meldingen` },
    why: 'U krijgt deze mail, want u volgt punten, dorpen of onderwerpen, en koos voor een overzicht.',
    stops: [
      { label: 'Kies wat u volgt en hoe vaak u mail krijgt', url: follows },
      { label: neverAgain, url: stopAll },
    ],
    sender: 'Kernagenda',
  };
}

function subjectOf({ lines }: DigestContents, isOne: boolean): string {
  if (lines.some(({ announcementId }) => announcementId !== null)) return 'Nieuws over wat u volgt';
  return isOne ? 'Nieuws over een punt dat u volgt' : 'Nieuws over punten die u volgt';
}

/** By point or announcement, in the order in which they come. */
function grouped(lines: readonly DigestLine[], publicUrl: string): readonly MailGroup[] {
  const byPath = new Map<string, DigestLine[]>();
  for (const line of lines.slice(0, digestTerms.lines)) {
    const path = pathOf(line);
    byPath.set(path, [...(byPath.get(path) ?? []), line]);
  }
  return [...byPath].flatMap(([path, [first, ...others]]) =>
    first
      ? [
          {
            title: first.title,
            under: first.under,
            lines: [first, ...others].map(({ kind }) => notificationsNl.kinds[kind]),
            url: `${publicUrl}${path}`,
          },
        ]
      : [],
  );
}

const pathOf = ({ proposalId, announcementId, ...line }: DigestLine): string =>
  announcementId === null ? `/voorstellen/${proposalId}` : announcementPath({ ...line, announcementId });
