import { signInLimits } from '@kernagenda/identity/domain';

export const nl = {
  newcomer: 'Inwoner',
  firstAdmin: 'Beheerder',
  codeMail: {
    subject: 'Uw code voor de kernagenda',
    text: (code: string): string =>
      [
        'Beste inwoner,',
        '',
        `Uw code is ${code}`,
        '',
        `Vul hem in op de pagina waar u bezig was. De code werkt ${signInLimits.codeMinutes} minuten, en maar één keer.`,
        'Hebt u geen code gevraagd? Dan hoeft u niets te doen.',
        '',
        'Met vriendelijke groet,',
        'Kernagenda',
      ].join('\n'),
  },
  invitation: {
    subject: 'U kunt meedoen met de kernagenda',
    text: (name: string, email: string, link: string): string =>
      [
        `Beste ${name},`,
        '',
        'De gemeente heeft u toegevoegd aan de kernagenda.',
        '',
        `Ga naar ${link}`,
        `Vul daar uw e-mailadres in: ${email}`,
        'U krijgt dan een code in uw mail. Een wachtwoord hebt u niet nodig.',
        '',
        'Met vriendelijke groet,',
        'Kernagenda',
      ].join('\n'),
  },
} as const;
