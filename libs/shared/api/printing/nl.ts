/** What a reader is told when there is no paper to be had; the page itself can always be printed. */
export const nl = {
  noBrowser: 'Deze server kan geen PDF maken. Druk de pagina zelf af: kies Afdrukken in uw browser.',
  busy: 'Er worden nu veel PDF-bestanden gemaakt. Probeer het over een minuut opnieuw.',
  failed: 'Het lukte niet om de PDF te maken. Probeer het opnieuw, of druk de pagina zelf af.',
};
