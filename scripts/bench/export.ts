/** Writing every format, from records in memory to pieces that nobody keeps, at three sizes. */
import type { ExportData } from '@/core/export/export-data';
import { piecesOf } from '@/core/export/file-pieces';
import { EXPORT_FORMATS } from '@/core/export/formats';
import { NOTE_COLOURS } from '@/core/model/note';

const SIZES = [1_000, 10_000, 100_000];
const NOTES_OF_ARTICLE = 5;
const NAMES_OF_ARTICLE = 20;
const THEN = Date.UTC(2020, 0, 3);
const SENTENCE =
  'قال متحدث باسم الوزارة إن الوفد سيصل إلى بغداد مساء الغد، وإن المحادثات ستشمل المياه والتجارة. ';

export async function bench(): Promise<void> {
  const sized = SIZES.map((size) => ({ size, data: makeData(size) }));
  const rows = Object.keys(EXPORT_FORMATS).map((id) => {
    const row: Record<string, string> = { format: id };
    for (const { size, data } of sized) {
      const start = performance.now();
      const before = process.cpuUsage();
      const units = write(id as keyof typeof EXPORT_FORMATS, data);
      const ms = Math.round(performance.now() - start);
      const cpu = Math.round(process.cpuUsage(before).user / 1000);
      row[`${size} notes`] = `${ms} / ${cpu} ms, ${(units / 1e6).toFixed(1)} M`;
    }
    return row;
  });
  console.log(
    'export: time by the clock / of the processor, and millions of UTF-16 units (of the zip: bytes) written',
  );
  console.table(rows);
}

function write(id: keyof typeof EXPORT_FORMATS, data: ExportData): number {
  const options = { lang: 'ar', timeZone: 'Asia/Baghdad' } as const;
  const { pieces } = piecesOf(EXPORT_FORMATS[id], data, options);
  let units = 0;
  for (const piece of pieces) units += piece.length;
  return units;
}

function makeData(size: number): ExportData {
  const articles = Array.from({ length: size / NOTES_OF_ARTICLE }, (_, at) => ({
    id: uuid('a', at),
    urlKey: `example.com/${at}`,
    url: `https://www.example.com/أخبار/${at}`,
    title: `بغداد تعلن الحداد ${at}`,
    siteName: 'صحيفة المثال',
    published: '2020-01-03T10:00:00+03:00',
    lang: 'ar',
    wordCount: 420,
    createdAt: THEN,
    updatedAt: THEN,
    deletedAt: null,
    lastOpenedAt: THEN + at,
  }));
  const entities = Array.from({ length: 2_000 }, (_, at) => ({
    id: `text/place/${at}`,
    kind: at % 2 === 0 ? ('place' as const) : ('person' as const),
    names: { ar: at === 0 ? 'بغداد' : `اسم طويل ${at}`, en: `Name ${at}` },
    source: 'lexicon' as const,
  }));
  return {
    exportedAt: THEN,
    scope: 'everything',
    articles,
    notes: Array.from({ length: size }, (_, at) => ({
      id: uuid('b', at),
      articleId: uuid('a', Math.floor(at / NOTES_OF_ARTICLE)),
      target: {
        type: 'passage' as const,
        selector: {
          exact: SENTENCE.repeat(2),
          prefix: SENTENCE.slice(0, 64),
          suffix: SENTENCE.slice(0, 64),
          start: at % 3000,
          end: (at % 3000) + 2 * SENTENCE.length,
        },
      },
      body: at % 3 === 0 ? '' : `${SENTENCE}\n\n=${at}`,
      colour: NOTE_COLOURS[at % 4] ?? 'yellow',
      tags: at % 5 === 0 ? ['سياسة', 'العراق'] : [],
      createdAt: THEN + at * 60_000,
      updatedAt: THEN + at * 60_000,
      deletedAt: null,
    })),
    versions: [],
    entities,
    sightings: articles.flatMap(({ id }, at) =>
      Array.from({ length: NAMES_OF_ARTICLE }, (_, nth) => ({
        entityId: `text/place/${(at * nth) % 2_000}`,
        articleId: id,
        count: nth + 1,
        firstSeenAt: THEN,
        lastSeenAt: THEN,
      })),
    ),
  };
}

function uuid(kind: 'a' | 'b', at: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${String(at).padStart(12, '0')}`;
}
