/** Words that belong to the building blocks themselves. */
export const nl = {
  actingNow: 'Aan zet:',
  step: (step: number, steps: number, name: string) => `Stap ${step} van ${steps}: ${name}.`,
  undo: 'Maak ongedaan',
  errorsTitle: (count: number) =>
    count === 1 ? 'Er is één ding dat nog moet' : `Er zijn ${count} dingen die nog moeten`,
  failed: {
    title: 'Dit lukt nu niet',
    text: 'Wij kunnen de gegevens niet ophalen. Wat u schreef is niet weg. Probeer het over een minuut opnieuw.',
    retry: 'Probeer opnieuw',
  },
  loading: 'Wordt geladen',
};
