import type { CollaborationPhase } from '@kernagenda/collaborations/domain';
import { notificationsNl } from '@kernagenda/notifications/domain';
import type { CollaborationKind } from '@kernagenda/notifications/domain';
import type { HeldCollaborationMail } from './ledger.queries';
import type { MailContent } from './mail-template';
import { neverAgain } from './nl';

/** What a mail about a collaboration needs to say. */
export interface CollaborationMail extends Pick<HeldCollaborationMail, 'kind' | 'title' | 'party' | 'to' | 'text'> {
  readonly name: string;
  readonly link: string;
  readonly stopAll: string;
}

const phases: Readonly<Record<CollaborationPhase, string>> = {
  exploring: 'De partijen verkennen weer wat zij samen kunnen doen.',
  forming: 'De partijen maken nu afspraken: wie trekt, wie beslist, tot wanneer, en hoe iemand eruit stapt.',
  executing: 'De afspraken staan. Het werk begint.',
  evaluating: 'Het werk is klaar. De partijen kijken terug.',
  closed: 'De samenwerking is afgelopen. Op de pagina staat wat ervan kwam.',
  paused: 'De samenwerking staat stil. Zij gaat later verder waar zij was.',
};

const happened: Readonly<Record<CollaborationKind, (mail: CollaborationMail) => string>> = {
  collaboration_joined: ({ party }) => `${party ?? 'Iemand'} doet nu ook mee.`,
  collaboration_left: ({ party }) => `${party ?? 'Iemand'} doet niet meer mee. Wat er was ingebracht, blijft staan.`,
  collaboration_role: ({ party }) => `${party ?? 'Iemand'} heeft een andere rol.`,
  collaboration_terms: () => 'Op de pagina staat wat er nu is afgesproken.',
  collaboration_agreed: () => 'Dit is afgesproken:',
  collaboration_phase: ({ to }) => phases[to as CollaborationPhase],
  collaboration_purchase: () => 'Op de pagina staat wat er is gebeurd, en wie nu aan zet is.',
};

/** What happened in a collaboration, for who takes part. */
export function collaborationMail(mail: CollaborationMail): MailContent {
  const { kind, title, text, name, link, stopAll } = mail;
  return {
    subject: `${notificationsNl.kinds[kind]}: ${title}`,
    greeting: `Beste ${name},`,
    paragraphs: [`Het gaat over “${title}”. ${happened[kind](mail)}`],
    quotes: text ? [{ label: kind === 'collaboration_agreed' ? 'Afspraak' : 'Reden', text: `“${text}”` }] : [],
    button: { label: 'Bekijk de samenwerking', url: link },
    why: `U krijgt deze mail, want ${notificationsNl.reasons.party}.`,
    stops: [{ label: neverAgain, url: stopAll }],
    sender: 'Kernagenda',
  };
}
