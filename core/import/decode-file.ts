/** The text of a file, whatever wrote it. */
import { fail, ok, type Result } from '../model/result';
import type { FileReason } from './import-report';

/** More is not read: 256 MiB hold some 200,000 notes, and all of it is in memory at once. */
export const MAX_BYTES = 256 * 1024 * 1024;

/** Bytes looked at to tell what a file is. */
const SAMPLE = 4_096;

interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** `core` compiles without the DOM's types, and `TextDecoder` is everywhere this code runs. */
const { TextDecoder: Decode } = globalThis as unknown as {
  TextDecoder: new (encoding: string, options?: { fatal: boolean }) => Decoder;
};

/**
 * By its byte order mark; without one UTF-16 is known by its zeros, and what is not UTF-8 is
 * what Arabic spreadsheets save, Windows-1256, which has a letter for every byte.
 */
export function decodeFile(bytes: Uint8Array): Result<string, FileReason> {
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > MAX_BYTES) return fail('too-large');
  if (startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, [0x1f, 0x8b]))
    return fail('zip');
  const wide = wideEncoding(bytes);
  if (wide !== null) return ok(withoutMark(new Decode(wide).decode(bytes)));
  if (bytes.subarray(0, SAMPLE).includes(0)) return fail('binary');
  try {
    return ok(withoutMark(new Decode('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    // A file that was cut off may end inside a letter: that alone makes it no other encoding.
    if (isCutUtf8(bytes)) return ok(withoutMark(new Decode('utf-8').decode(bytes)));
    return ok(new Decode('windows-1256').decode(bytes));
  }
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  // The first unit of JSON, and of nearly all headings, is ASCII.
  const [first = 0, second = 0] = bytes;
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0) return 'utf-16be';
  return null;
}

function isCutUtf8(bytes: Uint8Array): boolean {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    try {
      new Decode('utf-8', { fatal: true }).decode(bytes.subarray(0, -cut));
      return true;
    } catch {}
  }
  return false;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
