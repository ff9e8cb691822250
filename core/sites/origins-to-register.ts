/**
 * The origins for which the content script must be registered at run time: what
 * the reader has granted beyond the manifest's sites. Sorted, so that two
 * answers can be compared.
 */
export function originsToRegister(
  granted: readonly string[],
  inManifest: readonly string[],
): string[] {
  const known = new Set(inManifest);
  const missing = granted.filter(
    (origin) => /^(?:\*|https?):\/\//.test(origin) && !known.has(origin),
  );
  return [...new Set(missing)].sort();
}
