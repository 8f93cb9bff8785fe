import { signInLimits } from '@kernagenda/identity/domain';

export const nl = {
  newcomer: 'Inwoner',
  codeMail: {
    subject: 'Je code voor de kernagenda',
    text: (code: string): string =>
      [
        'Hoi,',
        '',
        `Je code is ${code}`,
        '',
        `Vul hem in op de pagina waar je bezig was. De code werkt ${signInLimits.codeMinutes} minuten, en maar één keer.`,
        'Heb je geen code gevraagd? Dan hoef je niets te doen.',
        '',
        'Groet van de kernagenda',
      ].join('\n'),
  },
} as const;
