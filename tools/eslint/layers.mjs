/** Left to right: a context may use those of earlier rows and itself; neighbours in a row do not know each other. */
const ORDER = [
  ['shared'],
  ['identity'],
  ['villages'],
  ['proposals'],
  ['moderation', 'matching', 'conversations', 'commitments'],
  ['search', 'agendas'],
  ['intake', 'budgets', 'collaborations'],
  ['procurement', 'partnerships'],
  ['board', 'news'],
  ['notifications'],
];

const LAYERS = {
  domain: ['domain'],
  api: ['api', 'domain'],
  ui: ['ui'],
  web: ['web', 'ui', 'domain'],
  e2e: [],
};

const contexts = ORDER.flatMap((row, index) =>
  row.map((context) => ({
    sourceTag: `scope:${context}`,
    onlyDependOnLibsWithTags: [...ORDER.slice(0, index).flat(), context].map((name) => `scope:${name}`),
  })),
);

const layers = Object.entries(LAYERS).map(([layer, others]) => ({
  sourceTag: `layer:${layer}`,
  onlyDependOnLibsWithTags: others.map((name) => `layer:${name}`),
}));

/** The one direction of imports, for the rule @nx/enforce-module-boundaries: applications may use every context. */
export const depConstraints = [
  ...contexts,
  ...layers,
  { sourceTag: 'scope:app', onlyDependOnLibsWithTags: ORDER.flat().map((context) => `scope:${context}`) },
];
