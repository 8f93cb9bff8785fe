const format = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit' },
});

/** An instant by the clock in Amsterdam, as a moment field takes it: `yyyy-mm-ddThh:mm`. */
export const momentOf = (at: Date): string => format.format(at).replace(' ', 'T');
