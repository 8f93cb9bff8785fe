/** Money is whole euro cents everywhere; the most is ten thousand million euro, far within what a number holds exactly. */
export const moneyLimits = { cents: 1_000_000_000_000 } as const;
