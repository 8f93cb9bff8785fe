import { undecoratedRoute } from './undecorated-route.mjs';

export const house = { rules: { 'undecorated-route': undecoratedRoute } };
