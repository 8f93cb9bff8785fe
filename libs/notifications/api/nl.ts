import { houseRulesNl } from '@kernagenda/moderation/domain';
import type { Decision, ReasonsInput } from '@kernagenda/moderation/domain';

/** What a mail to an author needs to say. */
export interface DecisionMail {
  readonly name: string;
  readonly title: string;
  readonly village: string;
  readonly link: string;
  readonly reasons: ReasonsInput | null;
  readonly reason: string | null;
}

const subjects: Readonly<Record<Decision, (title: string) => string>> = {
  approve: (title) => `Uw voorstel staat op de site: ${title}`,
  request_changes: (title) => `Wilt u uw voorstel aanpassen? ${title}`,
  refuse: (title) => `Uw voorstel is niet geplaatst: ${title}`,
  hide: (title) => `Uw voorstel is niet meer zichtbaar: ${title}`,
  show_again: (title) => `Uw voorstel is weer zichtbaar: ${title}`,
  reconsider: (title) => `Uw voorstel wordt opnieuw gelezen: ${title}`,
  approve_version: (title) => `Uw nieuwe tekst staat op de site: ${title}`,
  refuse_version: (title) => `Uw nieuwe tekst is niet geplaatst: ${title}`,
};

const openings: Readonly<Record<Decision, (village: string) => string>> = {
  approve: (village) =>
    `De gebiedsmakelaar heeft uw voorstel gelezen. Iedereen kan het nu zien en steunen. De groep van ${village} en de gebiedsmakelaar kijken wat ermee kan. Op de agenda staan is nog geen belofte.`,
  request_changes: () =>
    'De gebiedsmakelaar heeft uw voorstel gelezen en vraagt u om iets te veranderen. Daarna kunt u het opnieuw insturen.',
  refuse: () =>
    'De gebiedsmakelaar heeft uw voorstel gelezen en plaatst het niet. Hieronder staat waarom. U kunt de tekst aanpassen en nog één keer insturen.',
  hide: () => 'De gebiedsmakelaar heeft uw voorstel van de site gehaald. Hieronder staat waarom.',
  show_again: () => 'Uw voorstel staat weer op de site. Iedereen kan het zien.',
  reconsider: () => 'De gebiedsmakelaar heeft uw voorstel heropend en leest het opnieuw. U hoeft niets te doen.',
  approve_version: () =>
    'De gebiedsmakelaar heeft uw nieuwe tekst gelezen. Iedereen leest nu deze tekst. De tekst van daarvoor staat bij de eerdere teksten.',
  refuse_version: () =>
    'De gebiedsmakelaar heeft uw nieuwe tekst gelezen en plaatst die niet. De tekst die er stond, blijft staan. Hieronder staat waarom. U kunt een andere tekst sturen.',
};

/** The mail an author gets about a decision: subject and plain text, Dutch. */
export function decisionMail(
  decision: Decision,
  { name, title, village, link, reasons, reason }: DecisionMail,
): { readonly subject: string; readonly text: string } {
  const why = reasons && [
    'Om welke zin gaat het?',
    `"${reasons.sentence}"`,
    '',
    'Welke regel?',
    houseRulesNl[reasons.rule],
    '',
    'Wat kan wel?',
    reasons.wouldBeAccepted,
    '',
  ];
  const text = [
    `Beste ${name},`,
    '',
    `Het gaat om uw voorstel "${title}" in ${village}.`,
    openings[decision](village),
    '',
    ...(why ?? []),
    ...(reason ? ['Waarom?', reason, ''] : []),
    'Bekijk uw voorstel:',
    link,
    '',
    'Met vriendelijke groet,',
    'Kernagenda',
  ].join('\n');
  return { subject: subjects[decision](title), text };
}
