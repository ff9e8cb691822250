/** Texts as a UTF-8 text file can hold them. */

/** Unpaired surrogates and control characters become `�`, line ends `\n`. Tabs stay. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
      .replace(/[\p{Surrogate}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu, '\uFFFD')
  );
}

/** Text on one line, without what breaks lines or has no shape. */
export function singleLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}

/** For HTML and XML, as text or as the value of an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => HTML_MARKS[char] ?? char);
}

const HTML_MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Keeps a name in one script from pulling the marks and numbers around it out of place, and a
 * day behind Arabic words from being turned round.
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
