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
    leftOut: [],
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
    ['lines of an old Mac', Buffer.from(lines(',').join('\r'))],
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

  it('may end its lines in more than one way', async () => {
    const { rows } = await readTable(Buffer.from('Kern;Titel\r\nTricht;Een pad\nEst;Een bankje\rVaren;Een hek'));
    expect(rows.map(({ cells }) => cells[0])).toEqual(['Tricht', 'Est', 'Varen']);
  });

  it('shows what separates it in its first line, whatever stands below', async () => {
    const { headings } = await readTable(Buffer.from('Kern;Titel\rTricht;een, twee, drie, vier\rEst;a, b, c'));
    expect(headings).toEqual(['Kern', 'Titel']);
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
      leftOut: [],
    });
  });

  const cellsOf = async (rows: string, extra: readonly PackedFile[] = [], relation = ''): Promise<unknown> => {
    const table = await readTable(workbookWith(`<row><c><v>0</v></c></row>${rows}`, extra, relation));
    return table.rows.map(({ cells }) => cells);
  };

  it('has nothing in a cell of words that names none', async () => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
    const strings = { name: 'xl/sharedStrings.xml', content: '<sst><si><t>Kern</t></si></sst>' };
    const relation = `<Relationship Id="rId9" Type="${type}" Target="sharedStrings.xml"/>`;
    const row = '<row><c t="s"/><c t="s"><v/></c><c t="s"><v>0</v></c></row>';
    expect(await cellsOf(row, [strings], relation)).toEqual([['', '', 'Kern']]);
  });

  it('has numbers as a spreadsheet shows them, not as it stores them', async () => {
    const row = '<row><c><v>1.1000000000000001</v></c><c><v>2021.0</v></c><c><v>7</v></c><c t="b"><v>1</v></c></row>';
    expect(await cellsOf(row)).toEqual([['1.1', '2021', '7', '1']]);
  });

  it.each([
    ['', '12-3-2021'],
    ['<workbookPr date1904="1"/>', '13-3-2025'],
  ])('has days as people write them (%s)', async (property, day) => {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles';
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-413]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="[Red]0.00&quot; dagen&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;
    const files = workbookFiles([
      ['', ''],
      ['x', ''],
    ]).map((file) => {
      const content = String(file.content);
      if (file.name.endsWith('sheet1.xml')) {
        const day = (style: number): string => `<c s="${style}"><v>44267.5</v></c>`;
        const cells = `<row><c><v>0</v></c></row><row>${day(0)}${day(1)}${day(2)}${day(3)}<c t="d"><v>2021-03-12T10:00:00</v></c></row>`;
        return { ...file, content: content.replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${cells}</sheetData>`) };
      }
      if (file.name.endsWith('workbook.xml'))
        return { ...file, content: content.replace('<sheets>', `${property}<sheets>`) };
      const relation = `<Relationship Id="rId9" Type="${type}" Target="styles.xml"/></Relationships>`;
      if (file.name.endsWith('workbook.xml.rels'))
        return { ...file, content: content.replace('</Relationships>', relation) };
      return file;
    });
    const { rows } = await readTable(pack([...files, { name: 'xl/styles.xml', content: styles }]));
    expect(rows[0]?.cells).toEqual(['44267.5', day, day, '44267.5', '12-3-2021']);
  });

  it('has the words of a cell that was merged downwards in every row it stands beside', async () => {
    const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
    const merged = '</sheetData><mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:C2"/></mergeCells><sheetData>';
    const rows = [
      row(2, `${inline('Tricht')}${inline('Een pad')}`),
      row(3, `<c r="B3" t="inlineStr"><is><t>Een hek</t></is></c>`),
      row(4, ''),
      row(5, `<c r="B5" t="inlineStr"><is><t>Een boom</t></is></c>`),
    ];
    expect(await cellsOf(`${rows.join('')}${merged}`)).toEqual([
      ['Tricht', 'Een pad'],
      ['Tricht', 'Een hek'],
      ['', 'Een boom'],
    ]);
  });

  it.each(['-3', '2.5', '1e12', '2', 'x'])('numbers its rows upwards, also where it says %s', async (number) => {
    const cell = '<c><v>1</v></c>';
    const file = workbookWith(`<row r="1">${cell}</row><row r="2">${cell}</row><row r="${number}">${cell}</row>`);
    expect((await readTable(file)).rows.map((row) => row.number)).toEqual([2, 3]);
  });

  it('names the other sheets with words, which it leaves out', async () => {
    const sheets = `<sheet name="Est" r:id="rId7"/><sheet name="Leeg" r:id="rId8"/><sheet name="Geheim" state="hidden" r:id="rId7"/></sheets>`;
    const sheet = (cells: string): string => `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`;
    const relations = ['7', '8'].map((id) => `<Relationship Id="rId${id}" Type="x" Target="worksheets/${id}.xml"/>`);
    const files = workbookFiles([['Kern'], ['Tricht']]).map((file) => ({
      ...file,
      content: String(file.content)
        .replace('</sheets>', sheets)
        .replace(
          '</Relationships>',
          file.name.startsWith('xl/') ? `${relations.join('')}</Relationships>` : '</Relationships>',
        ),
    }));
    const others = [
      { name: 'xl/worksheets/7.xml', content: sheet(inline('Een pad')) },
      { name: 'xl/worksheets/8.xml', content: sheet('<c s="1"/>') },
    ];
    expect((await readTable(pack([...files, ...others]))).leftOut).toEqual(['Est']);
  });
});

describe('attack 18: a file that is made to hurt', () => {
  const zeros = (bytes: number): Buffer => Buffer.alloc(bytes);

  it('is refused by the sizes its entries claim', async () => {
    const bomb = pack([...workbookFiles([['Kern'], ['x']]), { name: 'xl/media/a', content: zeros(101_000_000) }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await faultOf(bomb)).toBe('unpacks_too_large');
  });

  it('is refused by what its entries are together, each of a fair size', async () => {
    const files = Array.from({ length: 110 }, (_, index) => ({ name: `xl/media/${index}`, content: zeros(1_000_000) }));
    expect(await faultOf(pack([...workbookFiles([['Kern'], ['x']]), ...files]))).toBe('unpacks_too_large');
  });

  it('keeps no more of a cell than a spreadsheet has, and of a heading no more than a line', async () => {
    const { headings, rows } = await readTable(writeWorkbook([['K'.repeat(40_000)], [`${'x'.repeat(32_766)}😀`]]));
    expect([headings[0]?.length, rows[0]?.cells[0]?.length]).toEqual([importLimits.heading, importLimits.cell]);
    expect(JSON.stringify(rows)).not.toContain('\\ud83d');
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
