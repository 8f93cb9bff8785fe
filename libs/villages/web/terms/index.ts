/** A term in working days, in words. */
export const daysName = (days: number): string => (days === 1 ? 'één werkdag' : `${days} werkdagen`);
