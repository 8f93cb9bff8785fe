/** Texts of the shell: what stands round every page. */
export const nl = {
  skip: 'Naar de inhoud',
  brand: 'Kernagenda',
  mainNav: 'Hoofdmenu',
  menu: 'Menu',
  nav: {
    villages: 'Dorpen',
    together: 'Samen',
    how: 'Uitleg',
    search: 'Zoeken',
    messages: 'Berichten',
    mine: 'Mijn punten',
    desk: 'Werkplek',
    signals: 'Signalen',
    admin: 'Beheer',
    propose: 'Doe een voorstel',
    signIn: 'Inloggen',
    signOut: 'Uitloggen',
    demoMail: 'Demopost',
  },
  crumbs: 'Kruimelpad',
  foot: {
    title: (municipality: string) => `Kernagenda ${municipality}`.trim(),
    promise:
      'Op de agenda staan is geen belofte. Een toezegging is dat wel. Bij elk punt staat wie aan zet is en hoe oud het bericht is.',
    more: 'Meer weten',
    how: 'Hoe werkt een kernagenda?',
    accessibility: 'Toegankelijkheid',
    openData: 'Open gegevens',
    help: 'Hulp nodig?',
    findBroker: 'Zoek uw dorp en gebiedsmakelaar',
    display: 'Weergave',
    note: (attribution: string) =>
      `${attribution ? `${attribution.replaceAll('© ', '©\u00a0')}. ` : ''}De loop van rivieren op de kaart is schematisch.`,
    demo: 'Dit is een demonstratie. Dorpen, grenzen en overgenomen punten zijn echt; mensen, steun en berichten zijn voorbeelden.',
  },
  themes: { light: 'Licht', dark: 'Donker', contrast: 'Sterk contrast' },
  notFound: {
    title: 'Deze pagina is er niet',
    text: 'Misschien is het adres veranderd, of is het punt van de site gehaald. Zoek uw dorp: daar staat alles wat er speelt.',
    home: 'Naar alle dorpen',
  },
};
