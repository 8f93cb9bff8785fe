import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { importLimits } from '@kernagenda/intake/domain/imports';
import { UnreadableFile } from './messages';

/** The files within an archive that was found to be of a fair size. */
export interface Archive {
  /** Hands over the text of a file in pieces. @returns whether there is such a file */
  read(name: string, take: (piece: string) => void): Promise<boolean>;
}

/**
 * Opens an archive after everything in it was unpacked once, and counted: what its entries say of their size is a claim.
 * @throws UnreadableFile
 */
export async function openArchive(file: Buffer): Promise<Archive> {
  const zip = await orBroken(() => fromBufferPromise(file, { lazyEntries: true, autoClose: false }));
  const entries = await listEntries(zip);
  let unpacked = 0;
  for (const entry of entries.values()) {
    await unpack(zip, entry, (bytes) => {
      unpacked += bytes.length;
      if (unpacked > importLimits.unpackedBytes) throw new UnreadableFile('unpacks_too_large');
    });
  }
  return {
    read: async (name, take) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return false;
      const decoder = new TextDecoder('utf-8');
      await unpack(zip, entry, (bytes) => take(decoder.decode(bytes, { stream: true })));
      take(decoder.decode());
      return true;
    },
  };
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > importLimits.entries) throw new UnreadableFile('unpacks_too_large');
  const entries = new Map<string, Entry>();
  let claimed = 0;
  await orBroken(async () => {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new UnreadableFile('locked');
      claimed += entry.uncompressedSize;
      if (claimed > importLimits.unpackedBytes) throw new UnreadableFile('unpacks_too_large');
      entries.set(entry.fileName.toLowerCase(), entry);
    }
  });
  return entries;
}

const unpack = (zip: ZipFile, entry: Entry, take: (bytes: Buffer) => void): Promise<void> =>
  orBroken(async () => {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const bytes of stream) take(bytes as Buffer);
  });

/** What an archive is wrong about interests nobody who sent it. */
export async function orBroken<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken');
  }
}
