/** Words of the folder, which is read on paper: nothing to click, and it says where the news is. */
export const folderNl = {
  cover: (day: string) => `Zoals die was op ${day}.`,
  version: (number: number, day: string, receivedBy: string) =>
    `Versie ${number}, peildatum ${day}. Ontvangen door: ${receivedBy}.`,
  print: 'Druk af',
  pdf: 'Open als PDF',
  noPdf: {
    title: 'Wij kunnen nu geen PDF maken',
    text: 'Op deze pagina staat hetzelfde. Kies “Druk af”. In het venster dat opengaat, kunt u het ook bewaren als PDF.',
  },
  back: 'Terug naar de agenda',
  done: (title: string, theme: string, when: string) => `${title} (${theme}, ${when})`,
  who: {
    title: 'Wie helpt u?',
    broker: 'Gebiedsmakelaar',
    group: 'Kernagendagroep',
    none: 'Vraag het de gemeente.',
  },
  online: {
    title: 'Het laatste nieuws',
    text: (url: string) => `Deze folder is een momentopname. Het laatste nieuws per punt leest u op ${url}`,
  },
};
