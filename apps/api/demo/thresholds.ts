import type { ThresholdInput } from '@kernagenda/procurement/domain';

const gids = {
  validFrom: '2022-01-01',
  validUntil: null,
  sourceUrl: 'https://www.rijksoverheid.nl/documenten/richtlijnen/2016/04/01/gids-proportionaliteit-1e-herziening',
} as const;
/** The guide has a sliding scale here and no line, so a municipality draws one itself. */
const example = (euros: string): string =>
  `Voorbeeld: € ${euros} is een grens zoals een gemeente die zelf kiest in haar inkoopbeleid. De Gids Proportionaliteit (voorschrift 3.4 A) geeft hier een glijdende schaal.`;
const always =
  'Gids Proportionaliteit, voorschrift 3.4 A: bij een kleine opdracht past het om één aanbieder te vragen.';

const years = {
  '2024': {
    validFrom: '2024-01-01',
    validUntil: '2025-12-31',
    source: 'Gedelegeerde Verordening (EU) 2023/2495: drempels voor decentrale overheden in 2024 en 2025, zonder btw.',
    sourceUrl: 'https://europadecentraal.nl/nieuws/europese-drempelbedragen-voor-aanbesteden-2024-2025-gepubliceerd/',
  },
  '2026': {
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    source: 'Gedelegeerde Verordening (EU) 2025/2152: drempels voor decentrale overheden in 2026 en 2027, zonder btw.',
    sourceUrl: 'https://data.europa.eu/eli/reg_del/2025/2152/oj',
  },
} as const;
const socialSource = {
  source: 'Richtlijn 2014/24/EU, artikel 4 onder d: sociale en andere specifieke diensten, zonder btw.',
  sourceUrl: 'https://data.europa.eu/eli/dir/2014/24/oj',
} as const;

/** The rules for buying of a Dutch municipality; what is its own to choose is marked as an example. */
export const thresholds: readonly ThresholdInput[] = [
  { kind: 'goods_services', route: 'single', fromCents: 0, ...gids, source: always },
  { kind: 'goods_services', route: 'several', fromCents: 50_000_00, ...gids, source: example('50.000') },
  { kind: 'goods_services', route: 'european', fromCents: 221_000_00, ...years['2024'] },
  { kind: 'goods_services', route: 'european', fromCents: 216_000_00, ...years['2026'] },
  { kind: 'works', route: 'single', fromCents: 0, ...gids, source: always },
  { kind: 'works', route: 'several', fromCents: 50_000_00, ...gids, source: example('50.000') },
  { kind: 'works', route: 'national', fromCents: 1_500_000_00, ...gids, source: example('1.500.000') },
  { kind: 'works', route: 'european', fromCents: 5_538_000_00, ...years['2024'] },
  { kind: 'works', route: 'european', fromCents: 5_404_000_00, ...years['2026'] },
  { kind: 'social', route: 'single', fromCents: 0, ...gids, source: always },
  { kind: 'social', route: 'several', fromCents: 50_000_00, ...gids, source: example('50.000') },
  { kind: 'social', route: 'european', fromCents: 750_000_00, ...years['2024'], ...socialSource },
  { kind: 'social', route: 'european', fromCents: 750_000_00, ...years['2026'], ...socialSource },
];
