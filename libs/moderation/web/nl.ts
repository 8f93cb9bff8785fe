import type { HouseRule } from '@kernagenda/moderation/domain';

/** The house rules as residents read them. */
export const houseRuleWords: Record<HouseRule, string> = {
  not_for_village: 'Een voorstel gaat over het dorp',
  already_exists: 'Een voorstel staat er één keer',
  unclear: 'Een voorstel zegt wat u wenst',
  personal_data: 'Geen gegevens van andere mensen',
  respect: 'Wij praten met respect over elkaar',
  commercial: 'Geen reclame',
  not_true: 'Wat u schrijft, klopt',
  unlawful: 'Een voorstel past binnen de wet',
};
