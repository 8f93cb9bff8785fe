import { crc32, deflateRawSync } from 'node:zlib';

/** A file within an archive. */
export interface PackedFile {
  readonly name: string;
  readonly content: Buffer | string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schema = 'http://schemas.openxmlformats.org';
const office = `${schema}/officeDocument/2006/relationships`;
/** 1 January 1980, where the archive's calendar begins: the same cells are the same file. */
const packedOn = 0x21;

/** The files of a workbook with one sheet, every cell as text; what begins with "=" is text too. */
export function workbookFiles(rows: readonly (readonly string[])[]): readonly PackedFile[] {
  const cells = (row: readonly string[]): string =>
    row.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join('');
  const data = rows.map((row) => `<row>${cells(row)}</row>`).join('');
  const types = `${schema}/package/2006/content-types`;
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const relations = (id: string, type: string, target: string): string =>
    `${head}<Relationships xmlns="${schema}/package/2006/relationships"><Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  return [
    {
      name: '[Content_Types].xml',
      content: `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: relations('rId1', 'officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${schema}/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="Punten" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: relations('rId1', 'worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${head}<worksheet xmlns="${schema}/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
    },
  ];
}

/** A workbook that every spreadsheet program opens, with one sheet of text. */
export const writeWorkbook = (rows: readonly (readonly string[])[]): Buffer => pack(workbookFiles(rows));

/** An archive of these files. */
export function pack(files: readonly PackedFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name);
    // Version 2.0, names in UTF-8, deflated; then size and name, the same in both places.
    const described = Buffer.alloc(26);
    described.writeUInt16LE(20, 0);
    described.writeUInt16LE(0x0800, 2);
    described.writeUInt16LE(8, 4);
    described.writeUInt16LE(packedOn, 8);
    described.writeUInt32LE(crc32(raw), 10);
    described.writeUInt32LE(packed.length, 14);
    described.writeUInt32LE(raw.length, 18);
    described.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), described, title, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), described.subarray(0, 2), described, rest, title]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
