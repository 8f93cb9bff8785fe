export const nl = {
  title: 'Eerdere teksten',
  crumbs: 'Kruimelpad',
  back: 'Terug naar het punt',
  lead: 'De indiener heeft de tekst van dit punt veranderd. Hier ziet u wat er anders werd.',
  single: 'Van dit punt is er één tekst. Er valt nog niets te vergelijken.',
  from: 'Vergelijk deze tekst',
  to: 'met deze tekst',
  version: (number: number, day: string, isNow: boolean) => `Tekst ${number}, ${day}${isNow ? ' (nu)' : ''}`,
  changed: (from: number, to: number) => `Van tekst ${from} naar tekst ${to}`,
  same: 'U vergelijkt een tekst met zichzelf. Kies twee verschillende teksten.',
  failed: 'De eerdere teksten kunnen nu niet worden geladen',
};
