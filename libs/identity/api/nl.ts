import { signInLimits } from '@kernagenda/identity/domain';

export const nl = {
  newcomer: 'Inwoner',
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
} as const;
