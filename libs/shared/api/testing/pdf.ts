/** What a reader, or a screen reader, finds in a PDF file. */
export interface ReadPdf {
  /** Whether its structure is marked, so that it can be read aloud in order. */
  readonly isTagged: boolean;
  readonly language: string | null;
  readonly title: string;
  readonly pages: number;
  /** In millimetres, of the first page. */
  readonly size: readonly [width: number, height: number];
  readonly text: string;
  /** Roles of the structure in order, such as `H1`, `P`, `L`. */
  readonly roles: readonly string[];
  /** Where links point at. */
  readonly links: readonly string[];
}

interface StructNode {
  readonly role?: string;
  readonly children?: readonly StructNode[];
}

const millimetres = (points: number): number => Math.round((points * 25.4) / 72);
const rolesOf = ({ role, children = [] }: StructNode): string[] => [
  ...(role ? [role] : []),
  ...children.flatMap(rolesOf),
];

/** Reads a PDF file with pdf.js, as browsers do. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await task.promise;
  try {
    // A map, whatever its types say.
    const mark = (await pdf.getMarkInfo()) as ReadonlyMap<string, boolean> | null;
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string | null } };
    const texts: string[] = [];
    const roles: string[] = [];
    const links: string[] = [];
    let size: readonly [number, number] = [0, 0];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      if (number === 1) size = [millimetres(width), millimetres(height)];
      const { items } = await page.getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      const tree = (await page.getStructTree()) as StructNode | null;
      if (tree) roles.push(...rolesOf(tree));
      const annotations = (await page.getAnnotations()) as readonly { readonly url?: string }[];
      links.push(...annotations.flatMap(({ url }) => (url ? [url] : [])));
    }
    return {
      isTagged: mark?.get('Marked') === true,
      language: info.Language ?? null,
      title: info.Title ?? '',
      pages: pdf.numPages,
      size,
      text: texts.join('\n'),
      roles,
      links,
    };
  } finally {
    await task.destroy();
  }
}
