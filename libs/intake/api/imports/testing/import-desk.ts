import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalSummary } from '@kernagenda/proposals/domain';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import type { BatchRow, BatchView } from '@kernagenda/intake/domain/imports';

const headings = 'Kern;Titel;Omschrijving;Stand;Jaar;Bron;Id';

/** An administrator with files of points, through the API. */
export class ImportDesk {
  /** Where the points of `rowsOf` stand. */
  readonly page = 'https://www.voorbeeld.nl/kernagenda';
  /** The number of the last row of `rowsOf`. */
  count = 0;

  constructor(
    private readonly app: TestApp,
    readonly admin: TestPerson,
  ) {}

  /** Rows of points of the village, each with a number no other test has. */
  rowsOf({ tricht }: TestTown, amount: number, title = 'Een bankje aan de Linge'): string[] {
    return Array.from({ length: amount }, () => {
      this.count += 1;
      return `${tricht.slug};${title} ${this.count};Om te zitten;klaar;2021;${this.page};${this.count}`;
    });
  }

  /** A file with these rows under the headings of `rowsOf`. */
  text(...rows: readonly string[]): Buffer {
    return Buffer.from([headings, ...rows].join('\n'));
  }

  /** The cells of such a file. */
  cells(...rows: readonly string[]): string[][] {
    return [headings, ...rows].map((line) => line.split(';'));
  }

  async send<Body = BatchView & ProblemBody>(
    file: Buffer,
    { as = this.admin, name = 'punten.csv', key = '' } = {},
  ): Promise<TestResponse<Body>> {
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(file)]), name);
    const headers = key ? { 'idempotency-key': key } : {};
    return this.app.request<Body>('POST', '/api/v1/imports', { as, body, headers });
  }

  /** @throws when the file is refused */
  async read(file: Buffer): Promise<BatchView> {
    const { status, body } = await this.send(file);
    if (status !== 201) throw new Error(`It answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  act(verb: string, { id, version }: BatchView, body?: object): Promise<TestResponse<BatchView & ProblemBody>> {
    return this.app.request(verb === 'columns' ? 'PUT' : 'POST', `/api/v1/imports/${id}/${verb}`, {
      as: this.admin,
      headers: { 'if-match': `"${version}"` },
      ...(body && { body }),
    });
  }

  async get({ id }: BatchView): Promise<BatchView> {
    return (await this.app.request<BatchView>('GET', `/api/v1/imports/${id}`, { as: this.admin })).body;
  }

  async rows({ id }: BatchView, only = ''): Promise<readonly BatchRow[]> {
    const path = `/api/v1/imports/${id}/rows?limit=100${only}`;
    return (await this.app.request<Page<BatchRow>>('GET', path, { as: this.admin })).body.items;
  }

  /** Confirms or takes back, and waits until the job is done. @throws when it is refused */
  async finish(verb: 'confirm' | 'undo', batch: BatchView): Promise<BatchView> {
    const { status, body } = await this.act(verb, await this.get(batch));
    if (status !== 200) throw new Error(`${verb} answered ${status}: ${JSON.stringify(body)}`);
    await this.app.settle();
    return this.get(batch);
  }

  /** What everybody reads of the village, at most a hundred. */
  async titles({ tricht }: TestTown): Promise<string[]> {
    const path = `/api/v1/proposals?village=${tricht.slug}&limit=100`;
    return (await this.app.request<Page<ProposalSummary>>('GET', path)).body.items.map(({ title }) => title);
  }

  /** How much there is, of which nothing may change. */
  everything(): Promise<object[]> {
    return this.app.dataSource.query(`select (select count(*) from proposal) as points,
      (select sum(version) from proposal) as versions, (select count(*) from proposal_version) as texts,
      (select count(*) from support) as supports`);
  }
}

/** Signs an administrator in. */
export async function openImportDesk(app: TestApp): Promise<ImportDesk> {
  const role = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const;
  return new ImportDesk(app, await aPerson(app, { displayName: 'Beheerder', roles: [role] }));
}
