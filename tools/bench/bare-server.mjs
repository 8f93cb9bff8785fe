import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { freePort } from '../launcher/server.mjs';
import { productParts } from '../product-parts.mjs';

const hotQueries = {
  'identity/api/actors.service.ts': 'actorQuery',
  'proposals/api/proposals.queries.ts': 'listQuery, detailQuery, factsQuery',
  'proposals/api/proposals.read-rule.ts': 'readerValues',
  'conversations/api/comments.queries.ts': 'listQuery as commentsQuery',
  'moderation/api/moderation.queries.ts': 'queueQuery',
  'villages/api/villages.queries.ts': 'termsQuery',
  'shared/api/audit/audit.service.ts': 'auditInsert',
};

const insertProposal = `
  insert into proposal (village_id, author_id, title, body, place, theme, kind, moderation_state, agenda_state, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, 'draft', 'wish', $8) returning id`;

/** The least a server can do for the same answers: the same statements, prepared, on a pool, answered as JSON. */
export async function startBareServer(databaseUrl) {
  const queries = await productParts(hotQueries);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  const ask = async (name, text, values, client = pool) => (await client.query({ name, text, values })).rows;
  const actorOf = async ({ headers }) => {
    const [, token] = /ka_session=([^;]+)/.exec(headers.cookie ?? '') ?? [];
    const hash = createHash('sha256').update(token).digest('hex');
    return (await ask('actor', queries.actorQuery, [hash, new Date()]))[0];
  };
  const detail = (id, actor, client) =>
    ask('detail', queries.detailQuery, [id, ...queries.readerValues(actor, new Date())], client);

  const server = Fastify();
  server.get('/list', async () => {
    const { name, text, values } = queries.listQuery({}, null, 51);
    return { items: await ask(name, text, values), nextCursor: null };
  });
  server.get('/point/:id', async ({ params }) => (await detail(params.id, null))[0]);
  server.get('/point/:id/comments', async ({ params }) => {
    const [point] = await ask('facts', queries.factsQuery, [params.id, ...queries.readerValues(null, new Date())]);
    return { items: point && (await ask('comments', queries.commentsQuery, [params.id, null, false, null, null, 51])) };
  });
  server.get('/queue', async (request) => {
    const values = [...queries.readerValues(await actorOf(request), new Date()), null, null, 51];
    const [items] = await Promise.all([ask('queue', queries.queueQuery, values), ask('terms', queries.termsQuery)]);
    return { items, nextCursor: null };
  });
  server.post('/create', async (request, reply) => {
    const actor = await actorOf(request);
    const { villageId, title, body, place, theme, kind } = request.body;
    const client = await pool.connect();
    const now = new Date();
    try {
      await client.query('begin');
      const values = [villageId, actor.personId, title, body, place, theme, kind, now];
      const [{ id }] = await ask('insert', insertProposal, values, client);
      const entry = [now, actor.personId, 'create', 'proposal', id, null, 'draft', null, null, null];
      await ask('audit', queries.auditInsert, entry, client);
      await client.query('commit');
      reply.code(201);
      return (await detail(id, actor, client))[0];
    } finally {
      client.release();
    }
  });
  const port = await freePort();
  await server.listen({ port, host: '127.0.0.1' });
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close().then(() => pool.end()) };
}
