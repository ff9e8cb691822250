/**
 * One pass over the page: its pieces of text, each with the containers it
 * stands in. Everything later (root, blocks, evidence) reads this survey and
 * never walks the page again.
 */
import { collapseSpace } from '@/core/article/collapse-space';
import type { FurnitureVerdict } from '@/core/article/furniture-names';
import { findContainers } from './find-containers';
import { judgeElement } from './judge-element';
import { INLINE, isElement, isPadding, isText, LEFT_OUT, tagOf } from './node-kinds';
import { type Tree, treeOf } from './shown-tree';
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
  skip: Set<Element>;
}

export interface Survey {
  frames: Frame[];
  runs: TextRun[];
  /** True when the page was too large to be read whole. */
  cut: boolean;
}

/** An `<a name>` links to nothing, and where it was never closed it holds the whole page. */
function isLink(element: Element, tag: string): boolean {
  return tag === 'a' && element.hasAttribute('href');
}

export function surveyPage(document: Document): Survey {
  const survey: Survey = { frames: [], runs: [], cut: false };
  // A document may be empty, whatever its type says.
  if ((document.documentElement as Element | null) === null) return survey;
  const root = (document.body as Element | null) ?? document.documentElement;
  const tree = treeOf(root);
  const { containers, last } = findContainers(root, tree);
  survey.cut = last !== null;
  new Surveyor(survey, tree, containers, last).read(root);
  return survey;
}

class Surveyor {
  private frame: Frame | null = null;
  /** The frame's child that we are at or inside of. */
  private top: Node | null = null;
  private nodes: Node[] = [];
  private parts: string[] = [];
  private hasText = false;
  private linkLength = 0;
  private breaks = 0;
  private skip = new Set<Element>();
  /** Inline elements we are inside of. */
  private links = 0;

  constructor(
    private readonly survey: Survey,
    private readonly tree: Tree,
    private readonly containers: ReadonlySet<Element>,
    private readonly last: Node | null,
  ) {}

  /** Without recursion: a page nested 100,000 deep must not end the stack. */
  read(root: Element): void {
    this.enter(root);
    let node: Node | null = this.tree.first(root);
    let top: Node = root;
    while (node !== null && node !== this.last) {
      const down = this.visit(node);
      top = node;
      const first: Node | null = down ? this.tree.first(node) : null;
      if (first !== null) {
        node = first;
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
      const next = this.tree.next(at);
      if (next !== null) return next;
      const up = this.tree.parent(at);
      if (up === null || up === root) return null;
      this.leave(up as Element);
      at = up;
    }
  }

  /** Returns whether to go down into the node. */
  private visit(node: Node): boolean {
    if (this.tree.parent(node) === this.frame?.element) this.top = node;
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
      // A card that is one link, picture and all, is a container and a link.
      if (isLink(node, tag)) this.links++;
      this.enter(node);
      return true;
    }
    if (this.isIsland(node, tag)) {
      this.skip.add(node);
      return false;
    }
    if (isLink(node, tag)) this.links++;
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
    if (isLink(element, tagOf(element)) && this.links > 0) this.links--;
    if (this.frame !== null && this.frame.element === element) {
      this.flush();
      this.frame.end = this.survey.runs.length;
      this.frame = this.frame.parent;
    }
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
        skip: this.skip,
      });
    }
    this.nodes = [];
    this.parts = [];
    this.hasText = false;
    this.linkLength = 0;
    this.breaks = 0;
    this.skip = new Set();
  }
}
