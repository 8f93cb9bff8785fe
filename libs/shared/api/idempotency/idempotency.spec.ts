import { Body, Controller, Module, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { DataSource } from 'typeorm';
import { Problem } from '@kernagenda/shared/domain';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { Access } from '../access/access.decorator';
import { Audit } from '../audit/audit.service';
import { createTestApp } from '../testing';
import type { SignedIn, TestApp } from '../testing';
import { CreatingCall, Idempotency } from './idempotency.service';
import type { IdempotentCall } from './idempotency.service';

class ThingDto {
  @ApiProperty()
  @IsString()
  readonly name: string;
}

@Controller('things')
class ThingsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  @Access('person')
  @ApiCreatedResponse({ type: ThingDto })
  @Post()
  create(@Body() { name }: ThingDto, @CreatingCall() call: IdempotentCall | null): Promise<ThingDto> {
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        await this.audit.record(manager, { actorId: null, action: 'thing', objectType: 'thing', objectId: name });
        if (name === 'fails') throw new Problem('wrong_state');
        return { name };
      }),
    );
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let app: TestApp;
let sanne: SignedIn;
let joost: SignedIn;
beforeAll(async () => {
  app = await createTestApp({ modules: [ThingsModule] });
  sanne = await signIn('sanne@dorp.test');
  joost = await signIn('joost@dorp.test');
});
afterAll(() => app.close());

/** Through the front door: this context stands left of identity and cannot build its people. */
async function signIn(email: string): Promise<SignedIn> {
  await app.request('POST', '/api/v1/sign-in/code', { body: { email } });
  const code = /\d{6}/.exec((await app.mail.next(email)).text)?.[0];
  const { headers } = await app.request('POST', '/api/v1/sign-in', { body: { email, code } });
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
}

let keys = 0;
const newKey = (): string => `key-number-${(keys += 1)}`;
const create = (name: string, key: string | null, as = sanne) =>
  app.request<ProblemBody & { readonly name: string }>('POST', '/api/v1/things', {
    as,
    body: { name },
    headers: key === null ? {} : { 'idempotency-key': key },
  });
const timesDone = async (name: string): Promise<number> => {
  const rows = await app.dataSource.query<object[]>('select 1 from audit_entry where object_id = $1', [name]);
  return rows.length;
};

describe('a creating call', () => {
  it('is done each time without a key', async () => {
    await create('bench', null);
    await create('bench', null);
    expect(await timesDone('bench')).toBe(2);
  });

  it('is done once with a key, and answered the same', async () => {
    const key = newKey();
    const [first, second] = [await create('swing', key), await create('swing', key)];
    expect([first.status, first.body]).toEqual([201, { name: 'swing' }]);
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(await timesDone('swing')).toBe(1);
  });

  it('attack 10: is done once when it arrives twenty times at once', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create('slide', key)));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(201));
    expect(await timesDone('slide')).toBe(1);
  });

  it('is refused when its key came with another body', async () => {
    const key = newKey();
    await create('path', key);
    const answer = await create('another path', key);
    expect([answer.status, answer.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('leaves the key free when it failed', async () => {
    const key = newKey();
    expect((await create('fails', key)).status).toBe(409);
    expect((await create('works', key)).status).toBe(201);
  });

  it('shares no key with another person', async () => {
    const key = newKey();
    await create('tree', key, sanne);
    const answer = await create('other tree', key, joost);
    expect([answer.status, answer.body.name]).toEqual([201, 'other tree']);
  });

  it('remembers a key for thirty days', async () => {
    const key = newKey();
    sanne = await signIn('sanne@dorp.test');
    await create('lamp', key);
    await app.advance({ days: 29 });
    expect((await create('lamp', key)).status).toBe(201);
    expect(await timesDone('lamp')).toBe(1);
    await app.advance({ days: 2 });
    sanne = await signIn('sanne@dorp.test');
    await create('lamp', key);
    expect(await timesDone('lamp')).toBe(2);
  });

  it.each(['short', 'with spaces in it', 'x'.repeat(101)])('refuses the key "%s"', async (key) => {
    expect((await create('gate', key)).status).toBe(400);
  });
});
