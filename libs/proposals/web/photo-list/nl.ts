export const nl = { undescribed: (number: number) => `Foto ${number}, zonder beschrijving` };
