import type { ServerResponse } from 'node:http';
import { EmbeddingServer } from '../testing/embedding-server';
import { addressFault, requireReachable } from './addresses';
import type { Resolve } from './addresses';
import { createEmbedder, embeddingLimits } from './embedder';
import type { Surroundings } from './embedder';

const anywhere = { isPublicAllowed: true };
const home = { isPublicAllowed: false };

let server: EmbeddingServer;
beforeEach(async () => {
  server = await EmbeddingServer.open();
});
afterEach(() => server.close());

/** A model at this host, or at the server of the test. */
function model(host = `127.0.0.1:${server.port}`, surroundings: Surroundings = {}) {
  return createEmbedder({ url: `http://${host}/v1/embeddings`, model: 'dorpen', key: 'sleutel' }, surroundings);
}

/** Answers this, once more with each question. */
function answers(...rounds: readonly (readonly string[])[]): Resolve & { readonly asked: () => number } {
  let round = 0;
  const resolve: Resolve = () =>
    Promise.resolve((rounds[round++] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  return Object.assign(resolve, { asked: () => round });
}

const reply = (body: unknown) => (response: ServerResponse) => {
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
  return true;
};

describe('a model', () => {
  it('gives each text its vector of length 1, in whatever order they come back', async () => {
    server.vectorOf = (text) => (text === 'een' ? [3, 4] : [0, 2]);
    expect(await model().embed(['een', 'twee'], home)).toEqual([Float32Array.of(0.6, 0.8), Float32Array.of(0, 1)]);
    expect(server.requests).toMatchObject([
      {
        path: '/v1/embeddings',
        headers: { authorization: 'Bearer sleutel', 'content-type': 'application/json' },
        body: { model: 'dorpen', input: ['een', 'twee'] },
      },
    ]);
    expect(await model().embed([], home)).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('is sent no more of a text than it reads, and no more texts than it takes', async () => {
    await model().embed(['x'.repeat(4_000)], home);
    expect(server.texts).toEqual(['x'.repeat(embeddingLimits.characters)]);
    await expect(model().embed(Array<string>(33).fill('x'), home)).rejects.toThrow('too many texts');
  });

  it('that is away, slow or wrong says so without its address or its key', async () => {
    server.instead = () => true;
    const slow = model(undefined, { milliseconds: 50 }).embed(['een'], home);
    await expect(slow).rejects.toThrow('it gave no answer in 0.05 seconds');
    server.instead = (response) => {
      response.writeHead(503).end('sleutel');
      return true;
    };
    await expect(model().embed(['een'], home)).rejects.toThrow('it answered 503');
    await server.close();
    await expect(model().embed(['een'], home)).rejects.toThrow('it cannot be reached (ECONNREFUSED)');
  });

  it.each([
    ['no JSON', '<html>', 'no JSON'],
    ['nothing', null, 'a vector for each text'],
    ['no list', { data: { length: 2 } }, 'a vector for each text'],
    ['too few', { data: [{ index: 0, embedding: [1, 0] }] }, 'a vector for each text'],
    ['no numbers', both([1, 0], ['1', 0]), 'no vector'],
    ['numbers without end', both([1, 0], [1, null]), 'no vector'],
    ['numbers beyond all', '{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1e999,0]}]}', 'no vector'],
    ['one number', both([1], [1]), 'no vector'],
    ['too many numbers', both([1, 0], Array<number>(5_000).fill(1)), 'no vector'],
    ['no direction', both([1, 0], [0, 0]), 'without a direction'],
    ['two sizes', both([1, 0], [1, 0, 0]), 'differ in size'],
    ['the same text twice', { data: [0, 0].map((index) => ({ index, embedding: [1, 0] })) }, 'of which text'],
    ['a text nobody sent', { data: [0, 7].map((index) => ({ index, embedding: [1, 0] })) }, 'of which text'],
  ])('that answers %s gives nothing', async (_, body, reason) => {
    server.instead = reply(body);
    await expect(model().embed(['een', 'twee'], home)).rejects.toThrow(reason);
  });
});

function both(...vectors: readonly (readonly unknown[])[]): object {
  return { data: vectors.map((embedding, index) => ({ index, embedding })) };
}

describe('an address that is refused before anything is looked up', () => {
  it.each([
    ['models', 'must be an address'],
    ['ftp://models.example/v1/embeddings', 'must start with'],
    ['file:///etc/passwd', 'must start with'],
    ['http://kern:geheim@models.example/', 'name and password'],
    ['http://kern@models.example/', 'name and password'],
    ['http://models.example:22/', 'port'],
    ['http://models.example:25/', 'port'],
    ['http://169.254.169.254/latest/meta-data', 'link-local'],
  ])('attack 17: %s', (address, reason) => {
    expect(addressFault(address)).toContain(reason);
  });

  it('is none that a host may use', () => {
    for (const host of ['ollama:11434', 'models.example', 'models.example:443', '[::1]:8080', '10.1.2.3']) {
      expect(addressFault(`http://${host}/v1/embeddings`)).toBeNull();
    }
  });
});

describe('an address nobody can allow', () => {
  it.each([
    '169.254.169.254',
    '2852039166',
    '0xA9FEA9FE',
    '0251.0376.0251.0376',
    '169.254.43518',
    '１６９.254.169.254',
    '[::ffff:169.254.169.254]',
    '[::ffff:a9fe:a9fe]',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:a9fe:a9fe::]',
    '[::169.254.169.254]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '[fd20:ce::254]',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '0.0.0.0',
    '[::]',
    '0',
    '224.0.0.1',
    '255.255.255.255',
    '[ff02::1]',
  ])('attack 17: %s', async (host) => {
    await expect(model(host).embed(['een'], anywhere)).rejects.toThrow('must not be a link-local or reserved address');
    const resolve = answers([new URL(`http://${host}`).hostname.replace(/[[\]]/g, '')]);
    const named = model('models.example', { resolve }).embed(['een'], anywhere);
    await expect(named).rejects.toThrow('its address is refused: it is a link-local or reserved address');
  });
});

describe('an address outside the private network', () => {
  it.each(['203.0.113.9', '134744072', '0x08080808', '[2001:db8::9]', '[::ffff:8.8.8.8]', '172.32.0.1', '100.64.0.1'])(
    'attack 17: %s is refused until an administrator allows it, and then only encrypted',
    async (host) => {
      await expect(model(host).embed(['een'], home)).rejects.toThrow(
        'outside the private network, and no administrator',
      );
      await expect(model(host).embed(['een'], anywhere)).rejects.toThrow(
        'outside the private network and is not https',
      );
      const address = new URL(`http://${host}`).hostname.replace(/[[\]]/g, '');
      expect(() => requireReachable([address], { isPublicAllowed: true, isEncrypted: true })).not.toThrow();
    },
  );

  it.each(['127.0.0.1', '127.8.8.8', '10.255.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '::1', 'fd12::1'])(
    '%s is not',
    (address) => {
      expect(() => requireReachable([address], { ...home, isEncrypted: false })).not.toThrow();
      const mapped = address.includes(':') ? address : `::ffff:${address}`;
      expect(() => requireReachable([mapped], { ...home, isEncrypted: false })).not.toThrow();
    },
  );
});

describe('a name', () => {
  const host = (): string => `models.internal:${server.port}`;

  it('leads to the address it was judged by, looked up once', async () => {
    const resolve = answers(['127.0.0.1']);
    expect(await model(host(), { resolve }).embed(['een'], home)).toHaveLength(1);
    expect([resolve.asked(), server.requests.length]).toEqual([1, 1]);
    expect(server.requests[0]?.headers.host).toBe(host());
  });

  it.each([
    [['127.0.0.1', '203.0.113.9']],
    [['127.0.0.1', '169.254.169.254']],
    [['127.0.0.1', '::ffff:8.8.8.8']],
    [[]],
  ])('attack 17: is as bad as the worst of its addresses: %j', async (addresses) => {
    const asked = model(host(), { resolve: answers(addresses) }).embed(['een'], home);
    await expect(asked).rejects.toThrow('its address is refused');
    expect(server.requests).toEqual([]);
  });

  it('attack 17: is judged with every connection, so what it turns into later is not reached', async () => {
    const embedder = model(host(), {
      resolve: answers(['127.0.0.1'], ['169.254.169.254'], ['203.0.113.9'], ['127.0.0.1']),
    });
    const outcomes: string[] = [];
    for (let request = 0; request < 4; request++) {
      await embedder.embed(['een'], home).then(
        () => outcomes.push('vectors'),
        (error: Error) => outcomes.push(error.message),
      );
    }
    expect(outcomes).toEqual([
      'vectors',
      'its address is refused: it is a link-local or reserved address',
      'its address is refused: it lies outside the private network, and no administrator allows that',
      'vectors',
    ]);
    expect(server.requests).toHaveLength(2);
  });
});

describe('an answer', () => {
  it.each([301, 302, 307, 308])('attack 17: that sends us elsewhere is not followed: %d', async (status) => {
    const elsewhere = await EmbeddingServer.open();
    server.instead = (response) => {
      response.writeHead(status, { location: elsewhere.url }).end();
      return true;
    };
    await expect(model().embed(['een'], home)).rejects.toThrow('it sends us elsewhere');
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  it('attack 18: that has no end is cut off', async () => {
    let isClosed = false;
    server.instead = (response) => {
      const more = (): void => {
        while (!isClosed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more).on('close', () => (isClosed = true));
      more();
      return true;
    };
    await expect(model().embed(['een'], home)).rejects.toThrow('its answer is too large');
  });
});
