export const nl = {
  adopt: {
    button: (village: string) => `Dat is ook wel wat voor ${village}`,
    anybody: 'Dat is ook wel wat voor mijn dorp',
    hint: 'U krijgt een concept voor uw eigen dorp. U leest het na en stuurt het in.',
    mine: 'U hebt dit idee overgenomen.',
    toMine: 'Naar uw voorstel',
    there: (village: string) => `${village} heeft dit idee al overgenomen.`,
    toThere: 'Bekijk en steun het',
    homeless: 'Kies eerst uw dorp, dan kunt u dit overnemen.',
    toHome: 'Kies uw dorp',
    failed: 'Dit lukte niet. Er is niets veranderd. Probeer het over een minuut opnieuw.',
  },
  budget: 'Vraag geld uit het dorpsbudget voor dit punt',
  origin: {
    title: (village: string) => `Dit idee komt uit ${village}`,
    story: (village: string) => `Zo deed ${village} het`,
    cents: (amount: string) => `Daar ging het om ${amount}.`,
    link: (village: string) => `Bekijk het punt van ${village}`,
  },
  journey: {
    title: 'Zo reisde dit idee',
    began: (day: string) => `Hier begon het, ${day}`,
    taken: (village: string, day: string) => `Overgenomen van ${village}, ${day}`,
    here: 'dit punt',
  },
};
