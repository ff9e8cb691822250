import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { describePassage } from '@/core/anchoring/describe-passage';
import type { Recognition } from '@/core/model/mention';
import type { Note } from '@/core/model/note';
import type { Result } from '@/core/model/result';
import { createReader, type Reader } from './pipeline';
import type { ReaderPorts } from './reader-ports';

const NAMES = { بغداد: 'place', البصرة: 'place', 'هادي العامري': 'person' } as const;
const PARAGRAPHS = [
  'وصل الوفد إلى بغداد مساء الاثنين في زيارة رسمية هي الأولى منذ سنوات، والتقى عددا من المسؤولين في الحكومة والبرلمان.',
  'وقال هادي العامري إن الحوار مستمر بين الأطراف كلها، وإن الأيام المقبلة ستشهد لقاءات أخرى في العاصمة وفي مدن الجنوب.',
  'وأضاف أن اللقاءات تناولت ملفات الاقتصاد والأمن والخدمات، وأن لجنة مشتركة ستتابع تنفيذ ما اتفق عليه خلال الشهر المقبل.',
  'وتأتي الزيارة بعد أسابيع من التوتر، فيما دعا ناشطون إلى احتجاجات جديدة للمطالبة بفرص العمل وتحسين الكهرباء والماء.',
];

let reader: Reader<string> | null = null;
let ports: ReaderPorts<string>;
/** Texts that were sent to be recognised, with the means to answer. */
let asked: { text: string; answer: (reply: Result<Recognition, string>) => void }[];
let isAnsweringItself: boolean;
const startUrl = location.href;

beforeEach(() => {
  asked = [];
  isAnsweringItself = true;
  ports = {
    document,
    now: () => performance.now(),
    recognise: (text) =>
      new Promise((answer) => {
        asked.push({ text, answer });
        if (isAnsweringItself) answer({ ok: true, value: recognise(text) });
      }),
    openArticle: vi.fn(async () => ({
      ok: true as const,
      value: { articleId: 'article-1', notes: [] },
    })),
    // What is known of articles: `marked-text.browser.test.ts`.
    meetArticle: async () => ({ ok: false, error: 'not here' }),
    onEncounter: () => {},
    onPlaced: vi.fn(),
    onUnkept: vi.fn(),
    onNavigate: () => {},
  };
  history.replaceState(null, '', '/news/2020/4/2/first-report-of-the-day');
});

afterEach(() => {
  reader?.stop();
  reader = null;
  document.head.querySelector('meta[property="og:type"]')?.remove();
  document.body.replaceChildren();
  history.replaceState(null, '', startUrl);
});

function recognise(text: string): Recognition {
  const mentions = Object.entries(NAMES).flatMap(([name, kind]) => {
    const found: Recognition['mentions'] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      found.push({
        start: at,
        end: at + name.length,
        surface: name,
        kind,
        entityId: `text/${kind}/${name}`,
        score: 1,
      });
    return found;
  });
  mentions.sort((a, b) => a.start - b.start);
  const entities = [...new Set(mentions.map(({ surface }) => surface))].map((name) => ({
    id: `text/${NAMES[name as keyof typeof NAMES]}/${name}`,
    kind: NAMES[name as keyof typeof NAMES],
    names: { ar: name },
    source: 'text' as const,
  }));
  return { lang: 'ar', mentions, entities };
}

function showArticle(headline: string, paragraphs: readonly string[]): HTMLElement {
  document.title = `${headline} - صحيفة`;
  document.head
    .appendChild(document.createElement('meta'))
    .setAttribute('property', 'og:type');
  document.head
    .querySelector('meta[property="og:type"]')
    ?.setAttribute('content', 'article');
  const article = document.createElement('article');
  const heading = document.createElement('h1');
  heading.textContent = headline;
  article.append(heading);
  for (const text of paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    article.append(paragraph);
  }
  document.body.replaceChildren(article);
  return article;
}

function start(): Reader<string> {
  reader = createReader(ports);
  reader.start();
  return reader;
}

function painted(name: string): string[] {
  return [...(CSS.highlights.get(name) ?? [])].map((part) => {
    const range = document.createRange();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    return range.toString();
  });
}

const state = (): string | undefined => reader?.report().state;
const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 5_000, interval: 20 });

describe('reading a page', () => {
  test('paints the names of an article and reports them', async () => {
    showArticle('وفد رسمي في بغداد', PARAGRAPHS);
    const before = document.documentElement.outerHTML;
    start();
    await until(() => expect(painted('hw-place')).toEqual(['بغداد', 'بغداد']));
    expect(painted('hw-person')).toEqual(['هادي العامري']);
    await until(() => expect(reader?.report().articleId).toBe('article-1'));
    const report = reader?.report();
    expect(report?.state).toBe('reading');
    expect(report?.entities.map(({ entity, count }) => [entity.names.ar, count])).toEqual(
      [
        ['بغداد', 2],
        ['هادي العامري', 1],
      ],
    );
    const { detected, recognised, painted: paintedAt } = report?.timings ?? {};
    expect(Number.isInteger(detected)).toBe(true);
    expect(recognised).toBeGreaterThanOrEqual(detected ?? Infinity);
    expect(paintedAt).toBeGreaterThanOrEqual(recognised ?? Infinity);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('paints a place that acts as an actor, there alone, and reports it', async () => {
    const plain = ports.recognise;
    ports.recognise = async (text, title) => {
      const answer = await plain(text, title);
      const first = answer.ok ? answer.value.mentions[0] : undefined;
      if (first) first.acts = true;
      return answer;
    };
    showArticle('بغداد تنفي', PARAGRAPHS);
    start();
    await until(() => expect(painted('hw-power')).toEqual(['بغداد']));
    expect(painted('hw-place')).toEqual(['بغداد']);
    await until(() =>
      expect(reader?.report().entities.map(({ acts }) => acts)).toEqual([
        true,
        undefined,
      ]),
    );
  });

  test('paints nothing on a page that is no article, until it is told to', async () => {
    const note = document.createElement('p');
    note.textContent = 'بغداد';
    document.body.replaceChildren(note);
    start();
    await until(() => expect(state()).toBe('not-article'));
    expect(asked).toEqual([]);
    expect(reader?.report().article).toBeNull();
    note.textContent = PARAGRAPHS[0] ?? '';
    await reader?.readAnyway();
    expect(state()).toBe('reading');
    await until(() => expect(painted('hw-place')).toEqual(['بغداد']));
  });

  test('starting twice is starting once; stopping removes everything at once', async () => {
    showArticle('وفد رسمي في بغداد', PARAGRAPHS);
    start().start();
    await until(() => expect(painted('hw-place')).toHaveLength(2));
    expect(asked).toHaveLength(1);
    reader?.stop();
    expect(CSS.highlights.size).toBe(0);
    expect(reader?.report()).toMatchObject({
      state: 'off',
      article: null,
      entities: [],
      timings: { painted: null },
    });
    reader?.stop();
    reader?.start();
    await until(() => expect(painted('hw-place')).toHaveLength(2));
  });

  test('an answer that comes after the stop paints nothing', async () => {
    isAnsweringItself = false;
    showArticle('وفد رسمي في بغداد', PARAGRAPHS);
    start();
    await until(() => expect(asked).toHaveLength(1));
    reader?.stop();
    for (const { text, answer } of asked) answer({ ok: true, value: recognise(text) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(CSS.highlights.size).toBe(0);
    expect(state()).toBe('off');
  });

  test('a failure is reported, and the next change of the page tries again', async () => {
    isAnsweringItself = false;
    const article = showArticle('وفد رسمي في بغداد', PARAGRAPHS);
    start();
    await until(() => expect(asked).toHaveLength(1));
    asked[0]?.answer({ ok: false, error: 'no answer' });
    await until(() => expect(state()).toBe('failed'));
    expect(reader?.report().failure).toBe('no answer');
    isAnsweringItself = true;
    article.append(document.createElement('p'));
    (article.lastElementChild as Element).textContent = PARAGRAPHS[2] ?? '';
    await until(() => expect(state()).toBe('reading'));
    expect(reader?.report()).not.toHaveProperty('failure');
  });
});

describe('an article that cannot be remembered', () => {
  test('is read all the same; the failure is told, and over once it can be', async () => {
    ports.openArticle = vi
      .fn()
      .mockResolvedValueOnce({ ok: false, error: 'storage-full' })
      .mockResolvedValue({ ok: true, value: { articleId: 'article-1', notes: [] } });
    const article = showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(painted('hw-place')).toEqual(['بغداد']));
    expect(reader?.report()).toMatchObject({ state: 'reading', unkept: 'storage-full' });
    expect(ports.onUnkept).toHaveBeenCalledExactlyOnceWith('storage-full');
    const late = document.createElement('p');
    late.textContent = `${PARAGRAPHS[0]} ثم غادر إلى البصرة في اليوم التالي.`;
    article.append(late);
    await until(() => expect(reader?.report().articleId).toBe('article-1'));
    expect(reader?.report()).not.toHaveProperty('unkept');
  });

  test('takes its failure with it when it goes', async () => {
    ports.openArticle = vi.fn(async () => ({
      ok: false as const,
      error: 'storage-full',
    }));
    showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(reader?.report().unkept).toBe('storage-full'));
    document.body.replaceChildren();
    await until(() => expect(reader?.report().state).toBe('not-article'));
    expect(reader?.report()).not.toHaveProperty('unkept');
  });
});

describe('a page that changes', () => {
  test('late paragraphs are read too', async () => {
    const article = showArticle('وفد رسمي في بغداد', PARAGRAPHS);
    start();
    await until(() => expect(painted('hw-place')).toHaveLength(2));
    const late = document.createElement('p');
    late.textContent = `${PARAGRAPHS[0]} ثم غادر إلى البصرة في اليوم التالي.`;
    article.append(late);
    await until(() =>
      expect(painted('hw-place')).toEqual(['بغداد', 'بغداد', 'بغداد', 'البصرة']),
    );
    expect(reader?.report().articleId).toBe('article-1');
  });

  test('the paint of a changed text is off before the next frame, and comes back right', async () => {
    const article = showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(painted('hw-place')).toEqual(['بغداد']));
    const text = article.querySelector('p')?.firstChild as Text;
    text.data = `بعد انتظار طويل ${text.data}`;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(painted('hw-place')).toEqual([]);
    expect(painted('hw-person')).toEqual(['هادي العامري']);
    await until(() => expect(painted('hw-place')).toEqual(['بغداد']));
  });

  test('nodes exchanged for others with the same words are painted without asking again', async () => {
    const article = showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(painted('hw-place')).toEqual(['بغداد']));
    const paragraph = article.querySelector('p') as Element;
    const words = paragraph.textContent;
    paragraph.textContent = words;
    await until(() => {
      const [range] = CSS.highlights.get('hw-place') ?? [];
      expect(range?.startContainer.isConnected).toBe(true);
    });
    expect(asked).toHaveLength(1);
  });

  test('names of removed blocks are gone from the list', async () => {
    const article = showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(reader?.report().entities).toHaveLength(2));
    article.querySelector('p')?.remove();
    await until(() =>
      expect(reader?.report().entities.map(({ entity }) => entity.names.ar)).toEqual([
        'هادي العامري',
      ]),
    );
    expect(painted('hw-place')).toEqual([]);
  });

  test('an older answer never paints over a newer text', async () => {
    isAnsweringItself = false;
    const article = showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(asked).toHaveLength(1));
    const first = article.querySelector('p') as Element;
    first.textContent = `مساء أمس ${first.textContent}`;
    await until(() => expect(asked).toHaveLength(2));
    const [older, newer] = asked;
    newer?.answer({ ok: true, value: recognise(newer.text) });
    await until(() => expect(painted('hw-place')).toEqual(['بغداد']));
    older?.answer({ ok: true, value: recognise(older.text) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(painted('hw-place')).toEqual(['بغداد']);
    expect(reader?.reading()?.model.text).toBe(newer?.text);
  });

  test('the whole article removed leaves no paint and no article', async () => {
    const article = showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(painted('hw-place')).toHaveLength(1));
    article.remove();
    await until(() => expect(state()).toBe('not-article'));
    expect(CSS.highlights.size).toBe(0);
  });
});

describe('single-page navigation', () => {
  const SECOND = [
    'استقبلت البصرة اليوم أول قافلة مساعدات منذ بداية العام، ووصلت الشاحنات إلى الميناء وسط إجراءات مشددة وحضور رسمي.',
    'وقال مسؤول محلي إن القافلة تحمل أدوية وأغذية تكفي آلاف العائلات، وإن التوزيع سيبدأ خلال يومين في الأحياء الفقيرة.',
    'وأوضح أن قافلة ثانية ستصل نهاية الأسبوع، وأن المتطوعين سيشاركون في الفرز والتغليف في مخازن المدينة القديمة والجديدة.',
    'ورحب السكان بالخطوة، ودعوا إلى استمرار الدعم حتى تنتهي الأزمة وتعود الأسواق إلى نشاطها المعتاد في عموم المحافظة.',
  ];

  test('the next article takes the place of the last', async () => {
    const urls: string[] = [];
    ports.onNavigate = (url) => urls.push(new URL(url).pathname);
    showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(reader?.report().articleId).toBe('article-1'));
    vi.mocked(ports.openArticle).mockResolvedValue({
      ok: true,
      value: { articleId: 'article-2', notes: [] },
    });
    history.pushState(null, '', '/news/2020/4/3/second-report-of-the-day');
    showArticle('قافلة مساعدات في الجنوب', SECOND);
    await until(() => expect(painted('hw-place')).toEqual(['البصرة']));
    await until(() => expect(reader?.report().articleId).toBe('article-2'));
    expect(painted('hw-person')).toEqual([]);
    expect(urls).toEqual(['/news/2020/4/3/second-report-of-the-day']);
    expect(reader?.report().article?.url).toContain('second-report');
    // No article was ever opened under the address of the other.
    for (const [facts, entities] of vi.mocked(ports.openArticle).mock.calls)
      expect([facts.url.includes('first'), entities.length]).toEqual(
        facts.url.includes('first') ? [true, 2] : [false, 1],
      );
  });

  test('a canonical address left over from the last article makes no mix of the two', async () => {
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = '/news/2020/4/2/first-report-of-the-day';
    document.head.append(link);
    try {
      showArticle('وفد رسمي في المدينة', PARAGRAPHS);
      start();
      await until(() => expect(reader?.report().articleId).toBe('article-1'));
      history.pushState(null, '', '/news/2020/4/3/second-report-of-the-day');
      // The site is slow: for a while the old words stand under the new address.
      await new Promise((resolve) => setTimeout(resolve, 700));
      showArticle('قافلة مساعدات في الجنوب', SECOND);
      await until(() => expect(painted('hw-place')).toEqual(['البصرة']));
      for (const [facts] of vi.mocked(ports.openArticle).mock.calls)
        expect(
          `${facts.url} ${facts.canonicalUrl} ${facts.title}`.match(
            /first|second|وفد|قافلة/g,
          ),
        ).toEqual(
          facts.title.includes('وفد') ? ['first', 'first', 'وفد'] : ['second', 'قافلة'],
        );
      expect(reader?.report().article?.url).toContain('second');
    } finally {
      link.remove();
    }
  });

  test('the address alone changes nothing', async () => {
    showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(reader?.report().articleId).toBe('article-1'));
    history.replaceState(null, '', '?utm_source=share#section');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(reader?.report().articleId).toBe('article-1');
    expect(painted('hw-place')).toEqual(['بغداد']);
    expect(asked).toHaveLength(1);
  });
});

describe('notes', () => {
  function noteOn(text: string, words: string): Note {
    const start = text.indexOf(words);
    return {
      id: crypto.randomUUID(),
      articleId: 'article-1',
      target: {
        type: 'passage',
        selector: describePassage(text, start, start + words.length),
      },
      body: 'كلماتي',
      colour: 'blue',
      tags: [],
      createdAt: 1,
      updatedAt: 1,
      deletedAt: null,
    };
  }

  test('are found, painted, and found again when the text grows before them', async () => {
    const quote = 'الحوار مستمر بين الأطراف';
    const text = ['وفد رسمي في المدينة', ...PARAGRAPHS].join('\n\n');
    ports.openArticle = async () => ({
      ok: true,
      value: { articleId: 'article-1', notes: [noteOn(text, quote)] },
    });
    const article = showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(painted('hw-note-blue')).toEqual([quote]));
    expect(reader?.report().notes.map(({ anchor }) => anchor)).toEqual(['anchored']);
    const first = article.querySelector('p') as Element;
    first.textContent = `سطر جديد قبل كل شيء. ${first.textContent}`;
    await until(() =>
      expect(reader?.reading()?.model.text).toContain('سطر جديد قبل كل شيء'),
    );
    await until(() => expect(painted('hw-note-blue')).toEqual([quote]));
  });

  test('that have no place yet are found as their words arrive', async () => {
    const late = 'وصلت الفقرة الأخيرة من الخبر بعد حين، وفيها ما لم يكن في سائره.';
    const text = ['وفد رسمي في المدينة', ...PARAGRAPHS, late].join('\n\n');
    ports.openArticle = async () => ({
      ok: true,
      value: { articleId: 'article-1', notes: [noteOn(text, late)] },
    });
    const article = showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() =>
      expect(reader?.report().notes.map(({ anchor }) => anchor)).toEqual(['orphan']),
    );
    article.append(Object.assign(document.createElement('p'), { textContent: late }));
    await until(() => expect(painted('hw-note-blue')).toEqual([late]));
  });

  test('that lost their words are kept in the report as orphans, unpainted', async () => {
    const foreign = 'نص من صفحة أخرى لا صلة له بهذا الخبر إطلاقا ولا يشبهه في شيء';
    ports.openArticle = async () => ({
      ok: true,
      value: { articleId: 'article-1', notes: [noteOn(foreign, foreign)] },
    });
    showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() =>
      expect(reader?.report().notes).toMatchObject([
        { anchor: 'orphan', reason: 'deleted' },
      ]),
    );
    expect(ports.onPlaced).toHaveBeenCalled();
    expect(painted('hw-note-blue')).toEqual([]);
  });

  test('deleted ones are neither painted nor reported', async () => {
    showArticle('وفد رسمي في المدينة', PARAGRAPHS);
    start();
    await until(() => expect(reader?.report().articleId).toBe('article-1'));
    const text = reader?.reading()?.model.text ?? '';
    const note = noteOn(text, 'زيارة رسمية');
    await reader?.setNotes([note]);
    // Blocks are painted once they are known to be near the screen.
    await until(() => expect(painted('hw-note-blue')).toEqual(['زيارة رسمية']));
    await reader?.setNotes([{ ...note, deletedAt: 2 }]);
    expect(painted('hw-note-blue')).toEqual([]);
    expect(reader?.report().notes).toEqual([]);
  });
});
