/**
 * One pass over the page: its pieces of text, each with the containers it
 * stands in. Everything later (root, blocks, evidence) reads this survey and
 * never walks the page again.
 */
import { collapseSpace } from '@/core/article/collapse-space';
import { type FurnitureVerdict, judgeName } from '@/core/article/furniture-names';
import { isEditable, isHiddenByMarkup } from './visibility';

/** A block-level container. Its pieces are `runs[first]` to `runs[end - 1]`. */
export interface Frame {
  element: Element;
  tag: string;
  parent: Frame | null;
  depth: number;
  verdict: FurnitureVerdict;
  first: number;
  end: number;
}

/** Text that flows together: between two borders of blocks, or between two `<br><br>`. */
export interface TextRun {
  frame: Frame;
  /** The frame's children it consists of, in order. */
  nodes: Node[];
  /** White space collapsed, islands left out. */
  text: string;
  linkLength: number;
  boldLength: number;
  skip: Set<Element>;
}

export interface Survey {
  frames: Frame[];
  runs: TextRun[];
  /** True when the page was too large to be read whole. */
  cut: boolean;
}

/** Nodes looked at; a long live blog has some 30,000. */
const NODE_LIMIT = 120_000;

/** Never text of an article. Editable fields and frames are left alone by principle. */
const LEFT_OUT = new Set(
  'script style noscript template iframe frame object embed canvas audio video svg math map area select option datalist textarea input button dialog nav footer figcaption menu applet progress meter title head link meta'.split(
    ' ',
  ),
);

const FURNITURE_ROLES =
  /^(?:navigation|complementary|search|banner|contentinfo|dialog|alertdialog|menu|menubar|toolbar|tablist|form)$/;

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr br source track amp-img'.split(
    ' ',
  ),
);

export function tagOf(element: Element): string {
  return element.localName.toLowerCase();
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

export function surveyPage(document: Document): Survey {
  const survey: Survey = { frames: [], runs: [], cut: false };
  // A document may be empty, whatever its type says.
  if ((document.documentElement as Element | null) === null) return survey;
  const root = (document.body as Element | null) ?? document.documentElement;
  const { containers, last } = findContainers(root);
  survey.cut = last !== null;
  new Surveyor(survey, containers, last).read(root);
  return survey;
}

/**
 * Inline elements that hold blocks or paragraphs made with `<br><br>` are
 * containers too. Each element is marked once, so nesting costs nothing more.
 */
function findContainers(root: Element): { containers: Set<Element>; last: Node | null } {
  const containers = new Set<Element>([root]);
  let seen = 0;
  let node: Node | null = root.firstChild;
  while (node !== null) {
    if (++seen > NODE_LIMIT) return { containers, last: node };
    let down = false;
    if (isElement(node)) {
      const tag = tagOf(node);
      down = !LEFT_OUT.has(tag);
      if (
        !INLINE.has(tag) ? down && !isBareCustom(tag) : tag === 'br' && followsBreak(node)
      ) {
        const from: Element | null = tag === 'br' ? node.parentElement : node;
        for (let up = from; up !== null && !containers.has(up); up = up.parentElement) {
          containers.add(up);
        }
      }
    }
    node = nextNode(node, root, down);
  }
  return { containers, last: null };
}

/** A custom element says nothing of its display: it is a container when it holds one. */
function isBareCustom(tag: string): boolean {
  return tag.includes('-');
}

function followsBreak(br: Element): boolean {
  let before: Node | null = br.previousSibling;
  while (before !== null && isBlank(before)) before = before.previousSibling;
  return before !== null && isElement(before) && tagOf(before) === 'br';
}

function isBlank(node: Node): boolean {
  if (node.nodeType === 8) return true;
  return isText(node) && node.data.trim() === '';
}

function nextNode(node: Node, root: Element, down: boolean): Node | null {
  if (down && node.firstChild !== null) return node.firstChild;
  let at: Node | null = node;
  while (at !== null && at !== root) {
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

class Surveyor {
  private frame: Frame | null = null;
  /** The frame's child that we are at or inside of. */
  private top: Node | null = null;
  private nodes: Node[] = [];
  private parts: string[] = [];
  private hasText = false;
  private linkLength = 0;
  private boldLength = 0;
  private breaks = 0;
  private skip = new Set<Element>();
  /** Inline elements we are inside of. */
  private links = 0;
  private bolds = 0;

  constructor(
    private readonly survey: Survey,
    private readonly containers: ReadonlySet<Element>,
    private readonly last: Node | null,
  ) {}

  /** Without recursion: a page nested 100,000 deep must not end the stack. */
  read(root: Element): void {
    this.enter(root);
    let node: Node | null = root.firstChild;
    let top: Node = root;
    while (node !== null && node !== this.last) {
      const down = this.visit(node);
      top = node;
      if (down && node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      if (down) this.leave(node as Element);
      node = this.after(top, root);
    }
    this.flush();
    for (let frame = this.frame; frame !== null; frame = frame.parent) {
      frame.end = this.survey.runs.length;
    }
  }

  private after(node: Node, root: Element): Node | null {
    let at: Node = node;
    for (;;) {
      if (at.nextSibling !== null) return at.nextSibling;
      const up: Node | null = at.parentNode;
      if (up === null || up === root) return null;
      this.leave(up as Element);
      at = up;
    }
  }

  /** Returns whether to go down into the node. */
  private visit(node: Node): boolean {
    if (node.parentNode === this.frame?.element) this.top = node;
    if (isText(node)) {
      this.addText(node);
      return false;
    }
    if (!isElement(node)) return false;
    const tag = tagOf(node);
    if (tag === 'br') {
      this.breaks++;
      this.parts.push(' ');
      this.addNode(node);
      return false;
    }
    if (
      LEFT_OUT.has(tag) ||
      isEditable(node) ||
      (INLINE.has(tag) && isHiddenByMarkup(node))
    ) {
      if (!INLINE.has(tag) && tag !== 'script' && tag !== 'style' && tag !== 'button') {
        this.flush();
      } else {
        this.skip.add(node);
      }
      return false;
    }
    if (this.containers.has(node)) {
      this.flush();
      this.enter(node);
      return true;
    }
    if (tag === 'a') this.links++;
    if (tag === 'b' || tag === 'strong') this.bolds++;
    if (this.isIsland(node, tag)) {
      this.skip.add(node);
      if (tag === 'a') this.links--;
      if (tag === 'b' || tag === 'strong') this.bolds--;
      return false;
    }
    return true;
  }

  /** Inline things that are not read as part of the sentence. */
  private isIsland(element: Element, tag: string): boolean {
    if (tag === 'label' || tag === 'rt' || tag === 'rp') return true;
    if (tag !== 'span' && tag !== 'small' && !tag.includes('-')) return false;
    const name = element.getAttribute('class') ?? '';
    return /(?:^|[\s_-])(?:sr-only|screen-reader|visually-?hidden|a11y-hidden|tooltip)/i.test(
      name,
    );
  }

  private leave(element: Element): void {
    if (this.frame !== null && this.frame.element === element) {
      this.flush();
      this.frame.end = this.survey.runs.length;
      this.frame = this.frame.parent;
      return;
    }
    const tag = tagOf(element);
    if (tag === 'a' && this.links > 0) this.links--;
    if ((tag === 'b' || tag === 'strong') && this.bolds > 0) this.bolds--;
  }

  private enter(element: Element): void {
    const parent = this.frame;
    this.frame = {
      element,
      tag: tagOf(element),
      parent,
      depth: parent === null ? 0 : parent.depth + 1,
      verdict: judgeElement(element),
      first: this.survey.runs.length,
      end: this.survey.runs.length,
    };
    this.survey.frames.push(this.frame);
  }

  private addText(node: Text): void {
    const text = node.data;
    const inked = text.trim() !== '';
    if (inked && this.breaks > 1) this.flush();
    if (inked) {
      this.breaks = 0;
      this.hasText = true;
      const length = collapseSpace(text).length;
      if (this.links > 0) this.linkLength += length;
      if (this.bolds > 0) this.boldLength += length;
    }
    this.parts.push(text);
    this.addNode(node);
  }

  /** Remembers the child of the frame that `node` is or stands in. */
  private addNode(node: Node): void {
    const child = this.top ?? node;
    if (this.nodes[this.nodes.length - 1] !== child) this.nodes.push(child);
  }

  private flush(): void {
    if (this.hasText && this.frame !== null) {
      this.nodes.length = this.nodes.findLastIndex((node) => !isPadding(node)) + 1;
      this.survey.runs.push({
        frame: this.frame,
        nodes: this.nodes,
        text: collapseSpace(this.parts.join('')),
        linkLength: this.linkLength,
        boldLength: this.boldLength,
        skip: this.skip,
      });
    }
    this.nodes = [];
    this.parts = [];
    this.hasText = false;
    this.linkLength = 0;
    this.boldLength = 0;
    this.breaks = 0;
    this.skip = new Set();
  }
}

/** Says nothing at a block's edge: white space, comments, `<br>`. */
export function isPadding(node: Node): boolean {
  return isBlank(node) || (isElement(node) && tagOf(node) === 'br');
}

/** Wrappers of a whole page bear the names of everything in them. */
const WRAPPERS = new Set(['html', 'body', 'main', 'article']);
const RANK = ['none', 'unlikely', 'never', 'comments', 'hidden', 'body'] as const;

/** What the element's names and role say of it. */
function judgeElement(element: Element): FurnitureVerdict {
  const tag = tagOf(element);
  if (isHiddenByMarkup(element)) return 'hidden';
  const itemprop = element.getAttribute('itemprop');
  if (itemprop !== null && /articleBody/i.test(itemprop)) return 'body';
  const role = element.getAttribute('role')?.toLowerCase() ?? '';
  if (role === 'button') return 'never';
  if (FURNITURE_ROLES.test(role)) return 'unlikely';
  const byClass = judgeName(element.getAttribute('class') ?? '');
  const byId = judgeName(element.getAttribute('id') ?? '');
  const byName = RANK.indexOf(byClass) >= RANK.indexOf(byId) ? byClass : byId;
  if (WRAPPERS.has(tag)) return byName === 'body' ? 'body' : 'none';
  if (byName !== 'none') return byName;
  return tag === 'aside' || tag === 'form' || tag === 'header' ? 'unlikely' : 'none';
}
