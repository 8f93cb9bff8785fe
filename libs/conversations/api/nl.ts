/** What the platform writes in a thread in the name of who pressed a button. */
export const nl = {
  drafted: (title: string) =>
    `Van uw bericht is een concept van een voorstel gemaakt: ‘${title}’. Het staat bij Mijn punten, en alleen u ziet het. ` +
    'Kijk het na en dien het in. Dan leest de gebiedsmakelaar het.',
};
