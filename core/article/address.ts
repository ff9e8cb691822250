/**
 * Addresses, parsed by the platform. `core` compiles without the DOM's types,
 * and `URL` is everywhere this code runs: so its shape is stated here.
 */
export interface Address {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly hash: string;
  readonly href: string;
  readonly searchParams: Iterable<[string, string]>;
}

const { URL: AddressParser } = globalThis as unknown as {
  URL: new (url: string, base?: string) => Address;
};

/** The address, resolved against `base`; null when it is none. */
export function parseAddress(url: string, base?: string): Address | null {
  try {
    return new AddressParser(url.trim(), base);
  } catch {
    return null;
  }
}

/** Arabic paths come escaped or plain: one spelling, NFC. Broken escapes stay as they are. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}
