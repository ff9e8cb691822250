/** A mark-up tag or a comment; never past the next `<`, so that time follows the length. */
const TAG = /<(?:\/?[a-z][^<>]*|!--[^<>]*--)>/gi;
const BLOCK_END = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/blockquote)\b[^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** The words of a piece of HTML; a text without any closed tag is none, and stays as it is. */
export function plainText(text: string): string {
  if (!/<\/[a-z]|<br\b/i.test(text)) return text;
  return text
    .replace(BLOCK_END, '\n')
    .replace(TAG, '')
    .replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
      const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}
