/**
 * A file of the manifest as a path from the extension's root. Firefox's
 * `getManifest()` gives whole addresses, which its `registerContentScripts()`
 * then refuses; Chrome gives paths.
 */
export function pathInExtension(file: string, root: string): string {
  const path = file.startsWith(root) ? file.slice(root.length) : file;
  return path.replace(/^\/+/, '');
}
