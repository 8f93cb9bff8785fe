import { dirname } from 'node:path';

/** `libs/proposals/domain/index.ts` is the project proposals-domain of the scope proposals and the layer domain. */
function library(root) {
  const [, scope, layer] = root.split('/');
  return { root, name: `${scope}-${layer}`, tags: [`scope:${scope}`, `layer:${layer}`], projectType: 'library' };
}

function application(root) {
  const [, name] = root.split('/');
  return { root, name, tags: ['scope:app', `layer:${name}`], projectType: 'application' };
}

/** One run of ESLint for everything: it reads the types of the whole repository once, not once for each project. */
const workspace = {
  root: '.',
  name: 'workspace',
  targets: {
    lint: {
      command: 'eslint apps libs tools --max-warnings 0',
      cache: true,
      inputs: ['{workspaceRoot}/{apps,libs,tools}/**/*', '{workspaceRoot}/*.{json,mjs}'],
    },
  },
};

/** Every folder that follows the layout is a project: no file of its own says so. */
export const createNodesV2 = [
  '{nx.json,libs/*/*/index.ts,apps/api/main.ts,apps/web/main.ts,apps/e2e/playwright.config.ts}',
  (files) =>
    files.map((file) => {
      const root = dirname(file);
      const project = root === '.' ? workspace : root.startsWith('libs/') ? library(root) : application(root);
      return [file, { projects: { [root]: project } }];
    }),
];
