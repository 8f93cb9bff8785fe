import { Body, Controller, Get, Logger, Module, Post, Put, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { Access } from '../access/access.decorator';
import { namedQuery } from '../database/named-query';
import { createTestApp } from '../testing';
import type { TestApp } from '../testing';
import { PageQuery, decodeCursor, toPage } from './cursors';
import { ClientNetwork, IdParam } from './params';
import { IfMatch, requireVersion } from './versions';

@Access('visitor')
@Controller('answers')
class AnswersController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('broken')
  broken(): never {
    throw new Error('the password is geheim');
  }

  @Get('sql')
  sql(@Query('text') text: string): Promise<object[]> {
    return this.dataSource.query(text);
  }

  @Get('versioned')
  versioned(): { readonly version: number } {
    return { version: 3 };
  }

  @Put('versioned')
  edit(@IfMatch() seen: number): { readonly version: number } {
    requireVersion(3, seen);
    return { version: 4 };
  }

  @Get('numbers')
  async numbers(@Query() { cursor, limit }: PageQuery): Promise<object> {
    const [after] = decodeCursor(cursor, ['number']) ?? [0];
    const rows = await namedQuery<{ n: number }>(
      this.dataSource,
      'test.numbers',
      'select n from generate_series(1, 7) n where n > $1 order by n limit $2',
      [after, limit + 1],
    );
    return toPage(
      rows,
      limit,
      ({ n }) => n,
      ({ n }) => [n],
    );
  }

  @Get('network')
  network(@ClientNetwork() network: string): { readonly network: string } {
    return { network };
  }

  @Get('things/:id')
  thing(@IdParam() id: string): { readonly id: string } {
    return { id };
  }

  @Access('role:admin')
  @Post('admin')
  admin(@Body() body: object): object {
    return body;
  }
}

@Module({ controllers: [AnswersController] })
class AnswersModule {}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [AnswersModule], settings: { trustedProxies: 1 } });
});
afterAll(() => app.close());

const get = <Answer = ProblemBody>(path: string, headers: Readonly<Record<string, string>> = {}) =>
  app.request<Answer>('GET', `/api/v1/answers/${path}`, { headers });

describe('an error of ours', () => {
  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(['error', 'warn', 'fatal']));

  it('is a 500 that tells only where to look', async () => {
    const { status, body } = await get('broken');
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toContain('geheim');
    expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('what PostgreSQL refuses', () => {
  it.each([
    ['no uuid', `select 'tricht'::uuid`, 400, 'invalid_input'],
    ['a number out of range', 'select 99999999999::int', 400, 'invalid_input'],
    ['a missing reference', `insert into session values ('x', gen_random_uuid(), now())`, 400, 'invalid_input'],
    [
      'a failed check',
      `insert into person (email, display_name, created_at) values ('A', 'ab', now())`,
      400,
      'invalid_input',
    ],
    [
      'a double',
      `insert into sign_in_code select 'a', 'b', now(), 0 from generate_series(1, 2)`,
      409,
      'already_exists',
    ],
  ])('because of %s is no 500', async (_, text, status, code) => {
    const answer = await get(`sql?text=${encodeURIComponent(text)}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('an edit', () => {
  const edit = (headers: Readonly<Record<string, string>>) =>
    app.request<ProblemBody>('PUT', '/api/v1/answers/versioned', { headers });

  it('is of the version that was seen', async () => {
    const etag = (await get('versioned')).headers.get('etag') ?? '';
    expect(etag).toBe('"3"');
    const answer = await edit({ 'if-match': etag });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"4"']);
  });

  it('is a 428 without a version', async () => {
    expect((await edit({})).status).toBe(428);
  });

  it.each(['"2"', '*', 'x', '"3", "4"'])('is a 412 with the version %s', async (version) => {
    expect((await edit({ 'if-match': version })).status).toBe(412);
  });
});

describe('a list', () => {
  it('goes on where the page before ended', async () => {
    const first = await get<{ items: number[]; nextCursor: string }>('numbers?limit=4');
    expect(first.body.items).toEqual([1, 2, 3, 4]);
    const second = await get<object>(`numbers?limit=4&cursor=${first.body.nextCursor}`);
    expect(second.body).toEqual({ items: [5, 6, 7], nextCursor: null });
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
  ])('%s counts as the network %s', async (address, network) => {
    expect((await get('network', { 'x-forwarded-for': address })).body).toEqual({ network });
  });

  it('is not what the sender says of himself', async () => {
    const { body } = await get('network', { 'x-forwarded-for': '10.9.9.9, 203.0.113.7' });
    expect(body).toEqual({ network: '203.0.113.7' });
  });

  it.each(['tricht', '1', '00000000-0000-4000-8000-00000000000g'])('with the id %s is of nothing', async (id) => {
    expect((await get(`things/${id}`)).status).toBe(404);
  });
});

describe('a role', () => {
  it('opens no door to a visitor', async () => {
    expect((await app.request('POST', '/api/v1/answers/admin', { body: {} })).status).toBe(401);
  });
});
