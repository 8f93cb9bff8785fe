import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import { aTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { houseRules, textBlockLimits } from '@kernagenda/moderation/domain';
import type { TextBlockInput, TextBlockView } from '@kernagenda/moderation/domain';

const block: TextBlockInput = {
  name: 'Vraag het de buren',
  rule: 'unclear',
  decision: 'request_changes',
  text: 'Schrijf erbij of u dit met uw buren heeft besproken.',
};

let app: TestApp;
let admin: TestPerson;
beforeEach(async () => {
  app = await createTestApp();
  admin = await aPerson(app, { roles: [{ role: 'admin', scopeType: 'installation', scopeId: installationId }] });
});
afterEach(() => app.close());

const send = <Body = TextBlockView & ProblemBody>(
  method: string,
  path: string,
  body?: object,
  headers = {},
  as = admin,
) => app.request<Body>(method, `/api/v1/text-blocks${path}`, { as, headers, ...(body && { body }) });
const list = async () => (await send<Page<TextBlockView>>('GET', '')).body.items;
const add = (input: object = block, key: string = randomUUID()) => send('POST', '', input, { 'idempotency-key': key });
const seen = ({ version }: { readonly version: number }) => ({ 'if-match': `"${version}"` });

it('begins with one for each rule and some for messages, for brokers and officials to pick from', async () => {
  const { broker, official, resident } = await aTown(app);
  const seenBy = (as: TestPerson) => send<Page<TextBlockView>>('GET', '', undefined, {}, as);
  const { body } = await seenBy(broker);
  expect((await seenBy(official)).body).toEqual(body);
  expect((await seenBy(resident)).status).toBe(403);
  expect(new Set(body.items.map(({ rule }) => rule))).toEqual(new Set([...houseRules, null]));
  expect(body.items[0]).toMatchObject({ name: 'Maak het van het dorp', decision: null, version: 1 });
});

it('comes at the end, once for a call that is repeated, and under a name of its own', async () => {
  const key = randomUUID();
  const [first, again] = [await add(block, key), await add(block, key)];
  expect([first.status, again.body.id]).toEqual([201, first.body.id]);
  expect((await list()).at(-1)).toEqual({ ...block, id: first.body.id, version: 1 });
  expect((await add()).body.code).toBe('already_exists');
});

it('is for an answer to a message without a rule, and then for no decision', async () => {
  const answer = { ...block, rule: null, decision: null };
  expect((await add(answer)).body).toMatchObject(answer);
  const { status, body } = await add({ ...block, name: 'Anders', rule: null });
  expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/decision']);
});

it('is changed and removed by who has seen what it is now', async () => {
  const { body: added } = await add();
  const renamed = { ...block, name: 'Vraag rond', decision: null };
  expect((await send('PUT', `/${added.id}`, renamed)).status).toBe(428);
  expect((await send('PUT', `/${added.id}`, renamed, seen(added))).body).toEqual({
    ...renamed,
    id: added.id,
    version: 2,
  });
  expect((await send('PUT', `/${added.id}`, block, seen(added))).status).toBe(412);
  expect((await send('DELETE', `/${added.id}`, undefined, seen(added))).status).toBe(412);
  expect((await send('DELETE', `/${added.id}`, undefined, { 'if-match': '"2"' })).status).toBe(204);
  expect((await send('DELETE', `/${added.id}`, undefined, { 'if-match': '"2"' })).status).toBe(404);
  const actions = await app.dataSource.query<{ action: string }[]>(
    `select action from audit_entry where object_id = '${added.id}' order by id`,
  );
  expect(actions.map(({ action }) => action).sort()).toEqual([
    'text_block.add',
    'text_block.change',
    'text_block.remove',
  ]);
});

it('is put in another order as a whole, and not with one that somebody added meanwhile', async () => {
  const ids = (await list()).map(({ id }) => id).reverse();
  expect((await send<Page<TextBlockView>>('PUT', '/order', { ids })).body.items.map(({ id }) => id)).toEqual(ids);
  const { body: added } = await add();
  expect((await send('PUT', '/order', { ids })).status).toBe(412);
  expect((await send('PUT', '/order', { ids: [...ids, ids[0]] })).status).toBe(400);
  expect((await list()).map(({ id }) => id)).toEqual([...ids, added.id]);
});

it.each([
  ['name', 'x'],
  ['rule', 'another'],
  ['decision', 'approve'],
  ['decision', undefined],
  ['text', '         x'],
])('refuses %s: %s', async (field, value) => {
  const { status, body } = await add({ ...block, [field]: value });
  expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, [`/${field}`]]);
});

it('stops at a hundred', async () => {
  await app.dataSource.query(
    `insert into text_block (name, rule, text, position) select 'Blok ' || n, 'unclear', 'Een tekst van niets.', n
     from generate_series((select count(*) from text_block) + 1, ${textBlockLimits.count}) n`,
  );
  expect((await add()).body.code).toBe('wrong_state');
  expect(await list()).toHaveLength(textBlockLimits.count);
});
