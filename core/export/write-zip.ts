import { deflateSync, strToU8, Zip, ZipPassThrough } from 'fflate';
import type { NamedFile } from './export-format';

/** The files as a zip, piece by piece; names in UTF-8. Throws when the zip cannot be made, which is a bug. */
export function* writeZip(
  files: Iterable<NamedFile>,
  /** Of the entries, in ms since the epoch. */
  modifiedAt: number,
): Generator<Uint8Array<ArrayBuffer>> {
  let made: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes as Uint8Array<ArrayBuffer>);
  });
  // What the format can hold.
  const mtime = Math.min(Math.max(modifiedAt, Date.UTC(1981, 0)), Date.UTC(2098, 0));
  for (const { name, text } of files) {
    const entry = new DeflatedEntry(name);
    entry.mtime = mtime;
    zip.add(entry);
    entry.push(strToU8(text), true);
    yield* made;
    made = [];
  }
  zip.end();
  yield* made;
}

/** A file that is pushed whole. The library's own `ZipDeflate` takes 100 kB of memory for each, however small. */
class DeflatedEntry extends ZipPassThrough {
  override compression = 8;

  protected override process(chunk: Uint8Array<ArrayBuffer>, final: boolean): void {
    this.ondata(null, deflateSync(chunk, { level: 4 }), final);
  }
}
