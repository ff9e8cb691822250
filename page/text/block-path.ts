import type { TextModel } from './text-model';

/** Elements of a path, from the block outward: farther out, pages differ by design alone. */
const LONGEST = 8;

/** The place in the document of the block at a UTF-16 offset of the text; undefined between blocks. */
export function pathAt({ blocks }: TextModel, offset: number): string | undefined {
  const found = blocks.find(({ start, end }) => start <= offset && offset <= end);
  return found && pathOf(found.block.element);
}

/** From the nearest element with an id, or from a few levels out: `#story/div[2]/p[5]`. */
function pathOf(block: Element): string {
  const steps: string[] = [];
  let element: Element | null = block;
  while (element && steps.length < LONGEST) {
    if (element.id !== '') {
      steps.push(`#${element.id.slice(0, 100)}`);
      break;
    }
    const { localName } = element;
    let nth = 1;
    let before = element.previousElementSibling;
    for (; before; before = before.previousElementSibling) {
      if (before.localName === localName) nth++;
    }
    steps.push(`${localName}[${nth}]`);
    element = element.parentElement;
  }
  return steps.reverse().join('/');
}
