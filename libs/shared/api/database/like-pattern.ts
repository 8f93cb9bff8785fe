/** For `ilike`: text that has this anywhere, with each character meaning itself. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
