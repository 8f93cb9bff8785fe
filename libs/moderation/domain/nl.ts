import type { HouseRule } from './moderation';

/** The house rules in Dutch; the desk, the point and the mail show the same words. */
export const houseRulesNl: Readonly<Record<HouseRule, string>> = {
  not_for_village: 'Dit gaat niet over iets dat het dorp of de gemeente kan regelen.',
  already_exists: 'Dit staat al op de site.',
  unclear: 'Niet iedereen begrijpt wat hier bedoeld wordt.',
  personal_data: 'Er staan gegevens in van iemand anders.',
  respect: 'De toon is niet respectvol.',
  commercial: 'Dit is reclame.',
  not_true: 'Hier staat iets dat niet klopt.',
  unlawful: 'Dit mag niet van de wet.',
};
