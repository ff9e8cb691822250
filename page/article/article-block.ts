/**
 * One piece of an article as it stands in the page: a paragraph, a heading, a
 * list item, a quotation. Live nodes, never clones: what is painted and
 * anchored is the page itself.
 */
export interface ArticleBlock {
  element: Element;
  role: 'headline' | 'body';
  /** Islands inside the element that are not the article's: captions, related links, hidden text. */
  skip: ReadonlySet<Element>;
  /**
   * When the block is only a run of the element's children, these children in
   * order: paragraphs made with `<br><br>`, or bare text between blocks.
   */
  nodes?: readonly Node[];
}
