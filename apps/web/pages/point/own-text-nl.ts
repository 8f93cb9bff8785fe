/** What the author of a public point reads about changing its text. */
export const nl = {
  title: 'De tekst van uw punt',
  change: 'Pas de tekst aan',
  lead: 'Iedereen leest de tekst die er nu staat, tot de gebiedsmakelaar uw nieuwe tekst heeft gelezen.',
  fields: { title: 'Wat wenst u?', place: 'Waar?', body: 'Waarom is dit nodig?', theme: 'Onderwerp', kind: 'Soort' },
  kindNone: 'Weet ik niet',
  errors: {
    title: (min: number) => `Schrijf in ten minste ${min} tekens wat u wenst.`,
    titleLong: (max: number) => `Maak wat u wenst korter dan ${max} tekens.`,
    same: 'Verander eerst iets aan de tekst. Er staat nu hetzelfde als op de site.',
  },
  send: 'Stuur de nieuwe tekst',
  cancel: 'Toch niet',
  kept: 'Wat u schrijft, blijft op dit apparaat bewaard tot u het stuurt.',
  sent: 'Uw nieuwe tekst is gestuurd. De oude tekst blijft staan tot de gebiedsmakelaar heeft gelezen.',
  pending: {
    title: 'Uw nieuwe tekst wordt gelezen',
    lead: 'De gebiedsmakelaar leest deze tekst. Tot dan leest iedereen de oude tekst.',
    withdraw: 'Trek de nieuwe tekst in',
    withdrawn: 'Uw nieuwe tekst is ingetrokken. De tekst die er stond, blijft staan.',
  },
  refused: {
    title: 'Uw nieuwe tekst is niet geplaatst',
    lead: 'De tekst die er stond, blijft staan. U kunt een andere tekst sturen.',
    sentence: 'Het gaat om deze zin',
    rule: 'De regel',
    accepted: 'Dit kan wel',
  },
};
