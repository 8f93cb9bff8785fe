import type { PurchaseKind, PurchaseRoute } from '@kernagenda/procurement/domain';

export const kindWords: Record<PurchaseKind, string> = {
  goods_services: 'Spullen of diensten',
  works: 'Bouwen of aanleggen',
  social: 'Zorg en andere diensten voor mensen',
};

export const routeWords: Record<PurchaseRoute, string> = {
  single: 'Eén leverancier vragen',
  several: 'Meer leveranciers vragen',
  national: 'Openbaar vragen in heel Nederland',
  european: 'Openbaar vragen in heel Europa',
};
