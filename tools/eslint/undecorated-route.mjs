const ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Search', 'Sse']);

function decoratorNames(node) {
  return (node.decorators ?? []).map(({ expression }) => (expression.callee ?? expression).name);
}

/** A route says who may call it, on itself or on its controller: an unguarded one does not reach review. */
export const undecoratedRoute = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { missing: 'The route {{name}} says not who may call it: add @Access(…).' },
  },
  create: (context) => ({
    MethodDefinition(node) {
      const names = decoratorNames(node);
      const isGuarded = names.includes('Access') || decoratorNames(node.parent.parent).includes('Access');
      if (isGuarded || !names.some((name) => ROUTES.has(name))) return;
      context.report({ node: node.key, messageId: 'missing', data: { name: context.sourceCode.getText(node.key) } });
    },
  }),
};
