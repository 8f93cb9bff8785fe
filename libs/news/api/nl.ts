/** What the feed of stories says; it goes to programs of others, so each sentence stands by itself. */
export const feedNl = {
  title: 'Gedaan in de dorpen',
  subtitle: 'Verhalen van wat er lukte, verteld door gebiedsmakelaars en de gemeente.',
  story: (village: string, title: string) => `${village}: ${title}`,
};
