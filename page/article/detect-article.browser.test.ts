import { afterEach, describe, expect, it } from 'vitest';
import { buildTextModel } from '../text/text-model';
import { type Detection, detectArticle } from './detect-article';
import { arabicArticle, endlessPage, hydrationShell } from './fixtures/pages';
import { watchArticle } from './watch-article';

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

/** A document of its own, with layout. */
async function open(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 800px; height: 600px';
  frames.push(frame);
  const loaded = new Promise((resolve) =>
    frame.addEventListener('load', resolve, { once: true }),
  );
  frame.srcdoc = html;
  document.body.append(frame);
  await loaded;
  const inner = frame.contentDocument;
  if (inner === null) throw new Error('the frame has no document');
  return inner;
}

function bodyOf(detection: Detection): string[] {
  return detection.blocks
    .filter(({ role }) => role === 'body')
    .map(({ element }) => (element.textContent ?? '').trim());
}

describe('where there is a layout', () => {
  it.each(['display: none', 'visibility: hidden'])(
    'leaves out what a style sheet hides (%s)',
    async (rule) => {
      const html = arabicArticle.html
        .replace('</head>', `<style>.q1z { ${rule} }</style></head>`)
        .replace(
          '<div class="ad-container">',
          '<p class="q1z">فقرة لا يراها القارئ لأن ورقة الأنماط تخفيها عنه تماماً في هذه الصفحة.</p><div class="ad-container">',
        );
      const detection = detectArticle(await open(html), arabicArticle.url);
      expect(bodyOf(detection)).toEqual(arabicArticle.paragraphs);
    },
  );

  it('is no article while the whole body is hidden', async () => {
    const html = arabicArticle.html.replace(
      '</head>',
      '<style>.content-text { display: none }</style></head>',
    );
    const detection = detectArticle(await open(html), arabicArticle.url);
    expect(bodyOf(detection)).toEqual([]);
    expect(detection.isArticle).toBe(false);
  });

  it('keeps text whose element has no box of its own', async () => {
    const html = arabicArticle.html.replace(
      '</head>',
      '<style>.content-text, .content-text > p { display: contents }</style></head>',
    );
    expect(bodyOf(detectArticle(await open(html), arabicArticle.url))).toEqual(
      arabicArticle.paragraphs,
    );
  });

  it('changes nothing in the page', async () => {
    const inner = await open(arabicArticle.html);
    const observer = new MutationObserver(() => {});
    observer.observe(inner, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
    detectArticle(inner, arabicArticle.url);
    expect(observer.takeRecords()).toEqual([]);
    observer.disconnect();
  });
});

it('sees the text that a script brings, and the text that a style sheet reveals', async () => {
  const inner = await open(
    hydrationShell.html.replace(
      '</head>',
      '<style>.closed { display: none }</style></head>',
    ),
  );
  const stop = new AbortController();
  const seen: Detection[] = [];
  const until = (count: number) =>
    expect.poll(() => seen.length, { timeout: 8_000 }).toBe(count);
  watchArticle(
    inner,
    () => hydrationShell.url,
    (one) => seen.push(one),
    stop.signal,
  );
  await until(1);
  const root = inner.querySelector('#root');
  if (root === null) throw new Error('no root');
  root.className = 'closed';
  root.innerHTML = hydrationShell.filled;
  root.className = '';
  await until(2);
  stop.abort();
  expect(seen.map(({ isArticle }) => isArticle)).toEqual([false, true]);
});

describe('several articles in one page', () => {
  const linked = endlessPage.html
    .replace(
      /<h1>Council agrees on the (\w+) (\w+)<\/h1>/g,
      '<h1><a href="https://paper.example/2020/01/09/council-agrees-on-the-$1-$2">Council agrees on the $1 $2</a></h1>',
    )
    .replace('</head>', '<style>.entry { min-height: 800px }</style></head>');
  const scrollTo = (document: Document, at: number) =>
    document.querySelectorAll('.entry')[at]?.scrollIntoView();

  it('gives the one in view, under its own address', async () => {
    const document = await open(linked);
    expect(detectArticle(document, endlessPage.url).facts.title).toBe(
      'Council agrees on the new bridge',
    );
    scrollTo(document, 1);
    const second = detectArticle(document, endlessPage.url);
    expect(second.isArticle).toBe(true);
    expect(second.facts).toMatchObject({
      title: 'Council agrees on the old library',
      canonicalUrl: 'https://paper.example/2020/01/09/council-agrees-on-the-old-library',
    });
    expect(bodyOf(second)).toEqual(
      endlessPage.paragraphs.map((text) => text.replaceAll('new bridge', 'old library')),
    );
  });

  it('stays with the page’s own where the others have no address', async () => {
    const document = await open(endlessPage.html);
    scrollTo(document, 1);
    expect(detectArticle(document, endlessPage.url).facts.title).toBe(
      'Council agrees on the new bridge',
    );
  });

  it('is followed as the view moves, and back again', async () => {
    const document = await open(linked);
    const titles: string[] = [];
    const stop = new AbortController();
    watchArticle(
      document,
      () => endlessPage.url,
      ({ facts }) => titles.push(facts.title),
      stop.signal,
    );
    scrollTo(document, 2);
    await expect.poll(() => titles.at(-1)).toBe('Council agrees on the town well');
    scrollTo(document, 0);
    await expect.poll(() => titles.at(-1)).toBe('Council agrees on the new bridge');
    stop.abort();
    expect(titles).toHaveLength(3);
  });
});

describe('text in shadow trees', () => {
  /** The body in the tree of `<story-text>`, its second half slotted into it. */
  async function openShadowed(): Promise<Document> {
    const half = Math.ceil(endlessPage.paragraphs.length / 2);
    const paragraph = (text: string) => `<p>${text}</p>`;
    const document = await open(
      `<!doctype html><html><head><title>Council agrees on the new bridge</title><meta property="og:type" content="article">
<meta property="article:published_time" content="2020-01-09T08:00:00Z"></head><body><main><h1>Council agrees on the new bridge</h1>
<story-text>${endlessPage.paragraphs.slice(half).map(paragraph).join('')}</story-text></main></body></html>`,
    );
    const host = document.querySelector('story-text');
    if (host === null) throw new Error('no host');
    host.attachShadow({
      mode: 'open',
    }).innerHTML = `<div class="text">${endlessPage.paragraphs.slice(0, half).map(paragraph).join('')}<slot></slot></div>`;
    return document;
  }

  it('are read in the order in which they are shown', async () => {
    const detection = detectArticle(await openShadowed(), endlessPage.url);
    expect(bodyOf(detection)).toEqual(endlessPage.paragraphs);
    expect(detection.isArticle).toBe(true);
  });

  it('are watched like the rest', async () => {
    const document = await openShadowed();
    const seen: string[][] = [];
    const stop = new AbortController();
    watchArticle(
      document,
      () => endlessPage.url,
      (one) => seen.push(bodyOf(one)),
      stop.signal,
    );
    const text = `${endlessPage.paragraphs[0]} And one word more was said.`;
    const first = document.querySelector('story-text')?.shadowRoot?.querySelector('p');
    if (first) first.textContent = text;
    await expect.poll(() => seen.at(-1)?.[0]).toBe(text);
    stop.abort();
  });

  it('are text like any other, with places both ways', async () => {
    const { blocks } = detectArticle(await openShadowed(), endlessPage.url);
    const model = buildTextModel(blocks);
    const at = model.text.indexOf(endlessPage.paragraphs[0] ?? '');
    const [range] = model.toRanges(at + 4, at + 11);
    expect(range?.startContainer.textContent?.slice(4, 11)).toBe('council');
    expect(range && model.toOffset(range.startContainer, range.startOffset)).toBe(at + 4);
  });
});
