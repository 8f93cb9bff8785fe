/** What is bought, as the rules of procurement tell it apart; social and other specific services have rules of their own. */
export const purchaseKinds = ['goods_services', 'works', 'social'] as const;
export type PurchaseKind = (typeof purchaseKinds)[number];

/** How prices are asked for, lightest first: one supplier, several, a national or a European call. */
export const purchaseRoutes = ['single', 'several', 'national', 'european'] as const;
export type PurchaseRoute = (typeof purchaseRoutes)[number];

/** A rule as far as advice needs it: from so many cents on this is the route. */
export interface RouteRule {
  readonly fromCents: number;
  readonly route: PurchaseRoute;
}
