import type { AssignedRole } from '@kernagenda/identity/domain';

/** Somebody to try the demo as. No real person: the name says the part. */
export interface DemoPerson {
  readonly key: string;
  readonly displayName: string;
  readonly description: string;
  /** Slug of the home village. */
  readonly home?: string;
  readonly role?: AssignedRole;
  /** Slug of a village, number of an area from 1, a team, or the whole municipality. */
  readonly scope?: string | number | { readonly team: string };
  /** Up to how many euros this official decides. */
  readonly mandate?: number;
}

const resident = (village: string, slug: string): DemoPerson => ({
  key: `bewoner.${slug}`,
  displayName: `Bewoner ${village}`,
  description: `Woont in ${village}: stelt iets voor en steunt punten in alle dorpen.`,
  home: slug,
});

// A broker has no home village here: who lives in a village moderates nothing there.
const broker = (area: number): DemoPerson => ({
  key: `gebiedsmakelaar.${area}`,
  displayName: `Gebiedsmakelaar Voorbeeldgebied ${area}`,
  description: `Leest de voorstellen uit de dorpen van Voorbeeldgebied ${area} en beslist erover.`,
  role: 'broker',
  scope: area,
});

export const people = [
  resident('Tricht', 'tricht'),
  resident('Deil', 'deil'),
  resident('Haaften', 'haaften'),
  resident('Spijk', 'spijk'),
  broker(1),
  broker(2),
  broker(3),
  broker(4),
  broker(5),
  {
    key: 'voorzitter.tricht',
    displayName: 'Voorzitter Tricht',
    description: 'Zit de kernagendagroep van Tricht voor en mag wat de secretaris mag.',
    home: 'tricht',
    role: 'chair',
    scope: 'tricht',
  },
  {
    key: 'secretaris.tricht',
    displayName: 'Secretaris Tricht',
    description: 'Houdt met de kernagendagroep de agenda van Tricht bij.',
    home: 'tricht',
    role: 'secretary',
    scope: 'tricht',
  },
  {
    key: 'groepslid.tricht',
    displayName: 'Groepslid Tricht',
    description: 'Zit in de kernagendagroep van Tricht en denkt mee over de agenda.',
    home: 'tricht',
    role: 'group_member',
    scope: 'tricht',
  },
  {
    key: 'ambtenaar',
    displayName: 'Ambtenaar',
    description: 'Werkt bij de gemeente en leest mee met alle dorpen.',
    role: 'official',
  },
  {
    key: 'medewerker.openbare.ruimte',
    displayName: 'Medewerker openbare ruimte',
    description: 'Plant voor het team Openbare ruimte punten in en voert ze uit.',
    role: 'official',
    scope: { team: 'Openbare ruimte' },
    mandate: 25_000,
  },
  {
    key: 'wethouder',
    displayName: 'Wethouder',
    description: 'Leest mee met wat er in alle dorpen speelt.',
    role: 'alderman',
  },
  {
    key: 'beheerder',
    displayName: 'Beheerder',
    description: 'Beheert mensen, rollen, gebieden en teams.',
    role: 'admin',
  },
] as const satisfies readonly DemoPerson[];

export type DemoPersonKey = (typeof people)[number]['key'];
