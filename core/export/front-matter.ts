/**
 * YAML front matter. Strings are written as JSON strings, which YAML reads as
 * they are meant, lists in brackets; whatever could end the line or the block is
 * escaped. Empty lists are left out.
 */
export function frontMatter(
  facts: Record<string, string | number | readonly string[] | undefined>,
): string {
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== undefined && !(isList(value) && value.length === 0))
    .map(([key, value]) => `${key}: ${yamlValue(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function yamlValue(value: string | number | readonly string[] | undefined): string {
  if (typeof value === 'string') return yamlString(value);
  return isList(value) ? `[${value.map(yamlString).join(', ')}]` : String(value);
}

function yamlString(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
