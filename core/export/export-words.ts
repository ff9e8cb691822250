import type { ShownKind } from '../model/entity';

export interface ExportWords {
  exported: string;
  articles: string;
  notes: string;
  namesHeading: string;
  notesHeading: string;
  noNotes: string;
  source: string;
  published: string;
  onArticle: string;
  untitled: string;
  toPassage: string;
  /** Between the items of a line. */
  comma: string;
  kinds: Record<ShownKind, string>;
}

export const EXPORT_WORDS: Record<'ar' | 'en', ExportWords> = {
  ar: {
    exported: 'صُدِّرت في',
    articles: 'المقالات',
    notes: 'الملاحظات',
    namesHeading: 'الفاعلون والأماكن',
    notesHeading: 'الملاحظات',
    noNotes: 'لا ملاحظات.',
    source: 'المصدر',
    published: 'النشر',
    onArticle: 'على المقال كله',
    untitled: 'بلا عنوان',
    toPassage: 'إلى موضعه في المقال',
    comma: '، ',
    kinds: {
      person: 'أشخاص',
      organisation: 'منظمات',
      group: 'جماعات',
      power: 'دول وعواصم فاعلة',
      state: 'دول',
      place: 'أماكن',
      facility: 'منشآت',
    },
  },
  en: {
    exported: 'Exported',
    articles: 'Articles',
    notes: 'Notes',
    namesHeading: 'Actors and places',
    notesHeading: 'Notes',
    noNotes: 'No notes.',
    source: 'Source',
    published: 'Published',
    onArticle: 'On the whole article',
    untitled: 'Untitled',
    toPassage: 'To its place in the article',
    comma: ', ',
    kinds: {
      person: 'Persons',
      organisation: 'Organisations',
      group: 'Groups',
      power: 'Acting states and capitals',
      state: 'States',
      place: 'Places',
      facility: 'Facilities',
    },
  },
};
