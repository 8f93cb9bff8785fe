import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const CLEAN = {
  'libs/shared/domain/index.ts': 'export const LIMIT = 50;\n',
  'libs/villages/domain/index.ts': `import { LIMIT } from '@kernagenda/shared/domain';\nexport const pages = LIMIT * 2;\n`,
  'libs/villages/api/index.ts': `export { VillagesController } from './villages.controller';\n`,
  'libs/villages/api/villages.controller.ts': `import { Controller, Get } from '@nestjs/common';
import { pages } from '@kernagenda/villages/domain';
declare const Access: (rule: string) => MethodDecorator;
@Controller('villages')
export class VillagesController {
  @Get()
  @Access('visitor')
  list(): number {
    return pages;
  }
}
`,
  'libs/villages/web/index.ts': `export { VillageCard } from './village-card';\n`,
  'libs/villages/web/village-card.ts': `import { Component } from '@angular/core';
@Component({ selector: 'ka-village-card', template: '<p>{{ name }}</p>' })
export class VillageCard {
  readonly name = 'Tricht';
}
`,
  'apps/api/main.ts': `import { VillagesController } from '@kernagenda/villages/api';\nexport const controllers = [VillagesController];\n`,
};

const SEEDED = {
  // A cycle, because villages-domain uses shared-domain.
  'libs/shared/domain/cycle.ts': `import { pages } from '@kernagenda/villages/domain';\nexport const all = pages;\n`,
  'libs/moderation/domain/index.ts': `export const terms = 3;\n`,
  'libs/matching/domain/index.ts': `import { terms } from '@kernagenda/moderation/domain';\nexport const days = terms;\n`,
  'libs/matching/domain/layer.ts': `import { VillagesController } from '@kernagenda/villages/api';\nexport const wrong = VillagesController;\n`,
  'libs/matching/domain/deep.ts': `import { pages } from '../../villages/domain';\nexport const wrong = pages;\n`,
  'libs/villages/api/open.controller.ts': `import { Controller, Get } from '@nestjs/common';
@Controller('open')
export class OpenController {
  @Get()
  list(): number {
    return 1;
  }
}
`,
  'libs/villages/api/environment.ts': `export const home = process.env['HOME'];\n`,
  'libs/villages/api/mail.ts': `import { Mailer } from '@kernagenda/shared/api';\nexport const wrong = Mailer;\n`,
  'libs/villages/api/any.ts': `export const nothing = (value: any): unknown => value;\n`,
  'libs/villages/api/bang.ts': `export const first = (values: string[]): string => values[0]!;\n`,
  'libs/villages/api/default.ts': `export default 1;\n`,
  'libs/villages/api/star.ts': `export * from './any';\n`,
  'libs/villages/api/enum.ts': `export enum State { Draft }\n`,
  'libs/villages/api/loud.ts': `console.log('loud');\nexport {};\n`,
  'libs/villages/api/floating.ts': `const save = async (): Promise<void> => {};\nexport const run = (): void => {\n  save();\n};\n`,
  'libs/villages/web/styled.ts': `import { Component } from '@angular/core';
@Component({ selector: 'ka-styled', template: '<p style="color: red">x</p>' })
export class Styled {}
`,
  'libs/villages/web/bound.ts': `import { Component } from '@angular/core';
@Component({ selector: 'ka-bound', template: '<p [style.width.%]="width">x</p>' })
export class Bound {
  readonly width = 4;
}
`,
};

const EXPECTED = {
  'libs/shared/domain/cycle.ts': /Circular dependency between "shared-domain" and "villages-domain"/,
  'libs/matching/domain/index.ts': /"scope:matching" can only depend on libs tagged with/,
  'libs/matching/domain/layer.ts': /"layer:domain" can only depend on libs tagged with/,
  'libs/matching/domain/deep.ts': /Projects cannot be imported by a relative/,
  'libs/villages/api/open.controller.ts': /house\/undecorated-route/,
  'libs/villages/api/environment.ts': /Settings are parsed once/,
  'libs/villages/api/mail.ts': /Mail is sent by identity/,
  'libs/villages/api/any.ts': /no-explicit-any/,
  'libs/villages/api/bang.ts': /no-non-null-assertion/,
  'libs/villages/api/default.ts': /Export by name/,
  'libs/villages/api/star.ts': /Name what is exported/,
  'libs/villages/api/enum.ts': /Use a union of strings/,
  'libs/villages/api/loud.ts': /no-console/,
  'libs/villages/api/floating.ts': /no-floating-promises/,
  'libs/villages/web/styled.ts': /no-inline-styles/,
  'libs/villages/web/bound.ts': /no-inline-styles/,
};

let copy;

function write(files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
}

function lint() {
  const foreign = Object.entries(process.env).filter(([name]) => !/^(NX_|JEST_|NODE_OPTIONS|FORCE_COLOR)/.test(name));
  const { status, stdout, stderr } = spawnSync(
    join(ROOT, 'node_modules/.bin/nx'),
    ['run', 'workspace:lint', '--skipNxCache'],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { ...Object.fromEntries(foreign), NX_TUI: 'false', NO_COLOR: '1' },
    },
  );
  const blocks = stdout.split(/\n(?=\/)/).map((block) => block.replace(`${copy}/`, ''));
  const messages = (path) =>
    blocks.find((block) => block.startsWith(`${path}\n`)) ?? `nothing about ${path}:\n${stdout}`;
  return { status, output: stdout + stderr, messages };
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kernagenda-lint-'));
  for (const path of globSync(
    ['nx.json', 'package.json', 'eslint.config.mjs', 'tsconfig*.json', 'tools/{nx,eslint}/*'],
    { cwd: ROOT },
  )) {
    if (!path.endsWith('.spec.mjs')) cpSync(join(ROOT, path), join(copy, path));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  write(CLEAN);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('passes a clean workspace without a cache', () => {
  const { status, output } = lint();
  expect([status, output]).toEqual([0, expect.stringContaining('Successfully ran target lint')]);
}, 120_000);

describe('in a workspace with seeded mistakes', () => {
  let result;
  beforeAll(() => {
    write(SEEDED);
    result = lint();
  }, 120_000);

  it('fails', () => expect(result.status).not.toBe(0));

  it.each(Object.entries(EXPECTED))('finds the one in %s', (path, message) => {
    expect(result.messages(path)).toMatch(message);
  });
});
