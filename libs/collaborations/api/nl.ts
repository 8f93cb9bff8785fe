/** What the system itself writes; people change it afterwards. */
export const nl = {
  together: (label: string) => `Samen: ${label}`,
  /** The first words of a draft that was taken over. What the origin wrote is quoted beside it. */
  adopted: (from: string, to: string) => `Dat is ook wel wat voor ${to}. Het idee komt uit ${from}.`,
} as const;
