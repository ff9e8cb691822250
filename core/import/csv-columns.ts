/** Which column of a table holds what. */

export const COLUMN_ROLES = [
  'url',
  'title',
  'quote',
  'note',
  'tags',
  'created',
  'updated',
  'colour',
  'author',
  'before',
  'after',
  'id',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** By role, the column's number from 0. */
export type Columns = Partial<Record<ColumnRole, number>>;

/** Headings of tables by other programs, folded, the likeliest first. */
const HEADINGS: Record<ColumnRole, readonly string[]> = {
  url: [
    ...['url', 'pageurl', 'sourceurl', 'articleurl', 'source', 'link', 'uri', 'address'],
    ...['website', 'الرابط', 'رابط', 'العنوان الإلكتروني'],
  ],
  title: [
    ...['title', 'pagetitle', 'booktitle', 'articletitle', 'documenttitle', 'document'],
    ...['headline', 'العنوان', 'عنوان', 'المقال'],
  ],
  quote: [
    ...['highlight', 'quote', 'exact', 'passage', 'highlighttext', 'selection', 'body'],
    ...['quotedtext', 'text', 'اقتباس', 'الاقتباس', 'المقطع', 'النص'],
  ],
  note: [
    ...['note', 'notes', 'comment', 'annotation', 'comments', 'notetext', 'ملاحظة'],
    ...['mynote', 'mynotes', 'yournote', 'yournotes', 'personalnote', 'remarks'],
    ...['الملاحظة', 'ملاحظات', 'تعليق'],
  ],
  tags: ['tags', 'tag', 'labels', 'spaces', 'lists', 'keywords', 'الوسوم', 'وسوم'],
  created: [
    ...['highlightedat', 'createdat', 'created', 'createdwhen', 'date', 'timestamp'],
    ...['dateadded', 'time', 'التاريخ', 'تاريخ'],
  ],
  updated: ['updatedat', 'updated', 'lastedited', 'modified', 'التعديل'],
  colour: ['color', 'colour', 'highlightcolor', 'اللون', 'لون'],
  author: ['author', 'bookauthor', 'byline', 'الكاتب', 'المؤلف'],
  before: ['before', 'prefix', 'contextbefore', 'قبله'],
  after: ['after', 'suffix', 'contextafter', 'بعده'],
  id: ['id', 'noteid', 'uuid', 'annotationid'],
};

/** The columns that these headings name; no column has two roles. */
export function guessColumns(headings: readonly string[]): Columns {
  const folded = headings.map(foldHeading);
  const columns: Columns = {};
  for (const role of COLUMN_ROLES) {
    for (const name of HEADINGS[role]) {
      const at = folded.indexOf(foldHeading(name));
      if (at < 0 || Object.values(columns).includes(at)) continue;
      columns[role] = at;
      break;
    }
  }
  return columns;
}

/** `Highlighted at` and `highlighted_at` are one heading. */
export function foldHeading(heading: string): string {
  return heading.toLowerCase().replace(/[\s_\-.:\ufeff]+/g, '');
}
