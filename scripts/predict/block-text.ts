import type { ArticleBlock } from '@/page/article/article-block';

const NO_TEXT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'select',
]);

/** A block's text without its islands; `<br>` is a line break. */
export function textOfBlock(block: ArticleBlock): string {
  const parts: string[] = [];
  const read = (node: Node): void => {
    if (node.nodeType === 3) parts.push((node as Text).data);
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const tag = element.localName.toLowerCase();
    if (tag === 'br') parts.push('\n');
    if (NO_TEXT.has(tag) || block.skip.has(element)) return;
    for (let child = node.firstChild; child !== null; child = child.nextSibling)
      read(child);
  };
  if (block.nodes !== undefined) block.nodes.forEach(read);
  else
    for (let child = block.element.firstChild; child !== null; child = child.nextSibling)
      read(child);
  return parts.join('');
}
