export const how = {
  page: 'Hoe werkt een kernagenda?',
  lead: 'Een kernagenda is een lijst met punten waar een dorp en de gemeente samen aan werken.',
  parts: [
    {
      title: 'U doet een voorstel',
      text: 'Eén zin is genoeg. U ziet meteen of iemand in uw dorp, of in een ander dorp, hetzelfde wil.',
    },
    {
      title: 'De gebiedsmakelaar leest het',
      text: 'Dat gebeurt binnen vijf werkdagen. Een voorstel wordt geplaatst, of u krijgt een vraag. Weigeren mag alleen met uitleg: welke zin, welke regel, en wat er wel kan.',
    },
    {
      title: 'Het dorp kiest',
      text: 'Anderen steunen uw voorstel. De kernagendagroep en de gebiedsmakelaar kiezen samen wat op de agenda komt. Op de agenda staan is geen belofte.',
    },
    {
      title: 'U ziet wat er gebeurt',
      text: 'Bij elk punt staat wat de stand is, wie aan zet is en hoe oud het laatste bericht is. Is het lang stil, dan staat dat er ook.',
    },
    {
      title: 'Samen met andere dorpen',
      text: 'Willen twee dorpen hetzelfde, dan ziet u een bloesem. Zij kunnen van elkaar leren, of het samen doen.',
    },
  ],
};

export const accessibility = {
  page: 'Toegankelijkheid',
  lead: 'Iedereen moet deze site kunnen gebruiken. Wij houden ons aan WCAG 2.2, niveau AA.',
  parts: [
    {
      title: 'Wat wij doen',
      text: 'U kunt alles met het toetsenbord. Kleur zegt nooit iets alleen. Elke kaart heeft een lijst met dezelfde inhoud. Onderaan elke pagina kiest u licht, donker of sterk contrast.',
    },
    {
      title: 'Werkt iets niet?',
      text: 'Vertel het uw gebiedsmakelaar. U vindt de naam op de pagina van uw dorp.',
    },
  ],
};
