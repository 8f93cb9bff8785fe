import { deflateRawSync } from 'node:zlib';
import { importLimits } from '@kernagenda/intake/domain/imports';
import { pack, workbookFiles, writeWorkbook } from '../workbook';
import type { PackedFile } from '../workbook';
import { UnreadableFile } from './messages';
import { readTable } from './read-table';

const text = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));

async function faultOf(file: Buffer): Promise<string> {
  const answer = await readTable(file).catch((error: unknown) => error);
  if (!(answer instanceof UnreadableFile)) throw new Error(`It was read: ${JSON.stringify(answer)}`);
  return answer.fault;
}

/** A workbook whose sheet holds these rows of XML. */
function workbookWith(rows: string, extra: readonly PackedFile[] = [], relation = ''): Buffer {
  const files = workbookFiles([]).map((file) => {
    if (file.name.endsWith('sheet1.xml')) {
      return { ...file, content: String(file.content).replace('<sheetData>', `<sheetData>${rows}`) };
    }
    if (file.name.endsWith('workbook.xml.rels')) {
      return { ...file, content: String(file.content).replace('</Relationships>', `${relation}</Relationships>`) };
    }
    return file;
  });
  return pack([...files, ...extra]);
}

const inline = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`;

describe('text with a separator', () => {
  const expected = {
    headings: ['Kern', 'Titel'],
    rows: [{ number: 2, cells: ['Tricht', 'Café; "De Ruif", één'] }],
  };
  const lines = (separator: string): string[] => [
    `Kern${separator}Titel`,
    `Tricht${separator}"Café; ""De Ruif"", één"`,
  ];

  it.each([
    ['semicolons', text(...lines(';'))],
    ['commas', text(...lines(','))],
    ['tabs, as pasted', text(...lines('\t'))],
    ['a mark of UTF-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text(...lines(';'))])],
    ['Windows-1252', Buffer.from(lines(';').join('\r\n'), 'latin1')],
    ['UTF-16, as "Unicode text"', Buffer.from(`\ufeff${lines('\t').join('\r\n')}`, 'utf16le')],
  ])('is read with %s', async (_, file) => {
    expect(await readTable(file)).toEqual(expected);
  });

  it('says its separator itself where it begins with "sep="', async () => {
    const { headings, rows } = await readTable(text('sep=,', 'a;b,c', '1;2,3'));
    expect([headings, rows]).toEqual([['a;b', 'c'], [{ number: 3, cells: ['1;2', '3'] }]]);
  });

  it('keeps the numbers of rows where some are empty, and lines within a cell', async () => {
    const { rows } = await readTable(text('Kern;Titel', '', ';', 'Tricht;"Een', 'bankje"', 'Est;Een pad'));
    expect(rows).toEqual([
      { number: 4, cells: ['Tricht', 'Een\r\nbankje'] },
      { number: 5, cells: ['Est', 'Een pad'] },
    ]);
  });

  it('may have rows of any length', async () => {
    const { headings, rows } = await readTable(text('Kern;Titel', 'Tricht', 'Est;Een pad;los'));
    expect(headings).toEqual(['Kern', 'Titel', '']);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Tricht', '', ''],
      ['Est', 'Een pad', 'los'],
    ]);
  });

  it('never computes: a formula is the text it is', async () => {
    const { rows } = await readTable(text('Kern;Titel', `Tricht;=1+1`, `Est;=cmd|'/c calc'!A1`));
    expect(rows.map(({ cells }) => cells[1])).toEqual(['=1+1', `=cmd|'/c calc'!A1`]);
  });

  it('loses what a database cannot keep', async () => {
    const { rows } = await readTable(text('Kern;Titel', 'Tri\u0001cht;Een \u001bbankje'));
    expect(rows[0]?.cells).toEqual(['Tricht', 'Een bankje']);
  });
});

describe('a workbook', () => {
  it('is read as it was written', async () => {
    const rows = [
      ['Kern', 'Ook in', 'Titel'],
      ['Tricht', '', 'Een <bankje> & "meer"\nop twee regels'],
      ['Est', 'Varik', '=1+1'],
    ];
    const { headings, rows: read } = await readTable(writeWorkbook(rows));
    expect([headings, ...read.map(({ cells }) => cells)]).toEqual(rows);
    expect(read.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('is read with shared words, numbers, empty cells and rows, and the stored value of a formula', async () => {
    const strings = `<sst><si><t>Kern</t></si><si><r><t>Ti</t></r><r><t>tel</t></r><rPh><t>x</t></rPh></si><si><t>Een_x000D_ pad</t></si></sst>`;
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
    const file = workbookWith(
      `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>
       <row r="7"><c r="A7"><f>WEBSERVICE("http://x")</f><v>2021</v></c><c r="C7" t="s"><v>2</v></c></row>
       <row r="9"><c r="A9" t="str"><f>1+1</f><v>twee</v></c><c r="C9" t="e"><v>#REF!</v></c></row>`,
      [{ name: 'xl/sharedStrings.xml', content: strings }],
      `<Relationship Id="rId9" Type="${type}" Target="/xl/sharedStrings.xml"/>`,
    );
    expect(await readTable(file)).toEqual({
      headings: ['Kern', '', 'Titel'],
      rows: [
        { number: 7, cells: ['2021', '', 'Een\r pad'] },
        { number: 9, cells: ['twee', '', ''] },
      ],
    });
  });
});

describe('attack 18: a file that is made to hurt', () => {
  const zeros = (bytes: number): Buffer => Buffer.alloc(bytes);

  it('is refused by the sizes its entries claim', async () => {
    const bomb = pack([...workbookFiles([['Kern'], ['x']]), { name: 'xl/media/a', content: zeros(101_000_000) }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await faultOf(bomb)).toBe('unpacks_too_large');
  });

  it('is refused by what its entries really are, whatever they claim', async () => {
    const bomb = pack([...workbookFiles([['Kern'], ['x']]), { name: 'xl/media/a', content: zeros(120_000_000) }]);
    const claim = Buffer.alloc(4);
    claim.writeUInt32LE(120_000_000);
    const small = Buffer.alloc(4);
    small.writeUInt32LE(10);
    for (let at = bomb.indexOf(claim); at >= 0; at = bomb.indexOf(claim)) small.copy(bomb, at);
    expect(await faultOf(bomb)).toBe('broken');
  });

  it('is refused with more entries than any workbook has', async () => {
    const names = Array.from({ length: importLimits.entries }, (_, index) => ({ name: `xl/${index}`, content: '' }));
    expect(await faultOf(pack([...workbookFiles([]), ...names]))).toBe('unpacks_too_large');
  });

  it('reaches out to nothing and grows nothing: entities are refused', async () => {
    const files = workbookFiles([['Kern'], ['x']]).map((file) =>
      file.name.endsWith('sheet1.xml')
        ? { ...file, content: `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${String(file.content)}` }
        : file,
    );
    expect(await faultOf(pack(files))).toBe('broken');
  });

  it('is refused for what no agenda is as large as', async () => {
    const rows = Array.from({ length: importLimits.rows + 1 }, (_, index) => `Tricht;Punt nummer ${index}`);
    expect(await faultOf(text('Kern;Titel', ...rows))).toBe('too_many_rows');
    expect(await faultOf(text('Kern;Titel', ...Array.from({ length: 30_000 }, () => ';')))).toBe('too_many_rows');
    expect(await faultOf(text('Kern;Titel', `Tricht${';x'.repeat(importLimits.columns)}`))).toBe('too_many_columns');
    expect(await faultOf(Buffer.alloc(importLimits.bytes + 1, 'x'))).toBe('too_large');
    expect(await faultOf(workbookWith(`<row><c r="XFD1"><v>1</v></c></row>`))).toBe('too_many_columns');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'no_rows'],
    ['headings alone', text('Kern;Titel', ';;'), 'no_rows'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_format'],
    ['a PDF', Buffer.from('%PDF-1.7\n...'), 'unknown_format'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'unknown_format'],
    ['a document', pack([{ name: 'word/document.xml', content: '<document/>' }]), 'unknown_format'],
    ['half a workbook', writeWorkbook([['Kern'], ['x']]).subarray(0, 500), 'broken'],
    ['a workbook of half a sheet', workbookWith(`<row><c>${inline('x')}`), 'broken'],
    ['a quote that never ends', text('Kern;Titel', `Tricht;"${'x;\r\n'.repeat(80_000)}`), 'broken'],
    ['packed noise', Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), deflateRawSync(zeros(100))]), 'broken'],
  ])('says so of %s', async (_, file, fault) => {
    expect(await faultOf(file)).toBe(fault);
  });
});
