/** Texts of forms that unfold. */
export const formsNl = {
  cancel: 'Toch niet',
  save: 'Bewaar',
  none: 'Kies …',
  fault: 'Kijk dit veld na.',
  failures: {
    stale_version:
      'Iemand anders heeft dit net veranderd. Kijk wat er nu staat; wat u typte staat hier nog. Bewaar daarna opnieuw.',
    wrong_state: 'Dit kan nu niet meer: iemand was u voor. U ziet nu wat er geldt; wat u typte staat hier nog.',
    already_exists: 'Dit is er al. Kijk wat er nu op de pagina staat.',
    not_allowed: 'U mag dit niet (meer) doen. Vraag het aan wie hierover gaat.',
    not_found: 'Dit is er niet meer. Wat u typte staat hier nog.',
    sign_in_required: 'U bent niet meer ingelogd. Log in op een nieuw tabblad en probeer het hier opnieuw.',
    invalid_input: 'Er klopt iets niet. Kijk na wat u hebt ingevuld en probeer het opnieuw.',
    unreachable: 'Er is geen verbinding. Er is niets veranderd; wat u typte staat hier nog.',
  } as Readonly<Record<string, string>>,
  failed: 'Dit lukt nu niet. Wat u typte staat hier nog. Probeer het over een minuut opnieuw.',
};
