/**
 * YAML front matter. Strings are written as JSON strings, which YAML reads as
 * they are meant; whatever could end the line or the block is escaped.
 */
export function frontMatter(facts: Record<string, string | number | undefined>): string {
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `${key}: ${typeof value === 'string' ? yamlString(value) : value}`,
    );
  return `---\n${lines.join('\n')}\n---\n`;
}

function yamlString(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
