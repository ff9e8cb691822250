import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readUiLanguage, watchUiLanguage, writeUiLanguage } from './preferences';
import {
  isOn,
  readSwitch,
  setPageOn,
  setSiteOn,
  siteOf,
  watchSwitch,
} from './site-switch';

const URL_HERE = 'https://www.example.com/story?x=1';
const PAGE = 'example.com/story';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the switch', () => {
  it('is on until it is turned off', async () => {
    expect(await isOn(URL_HERE, PAGE)).toBe(true);
  });

  it('turns off a site with and without www, and no other', async () => {
    await setSiteOn('www.Example.com', false);
    expect(await isOn(URL_HERE, PAGE)).toBe(false);
    expect(await isOn('http://example.com/', 'example.com')).toBe(false);
    expect(await isOn('https://news.example.com/', 'news.example.com')).toBe(true);
    await setSiteOn('example.com', true);
    expect(await isOn(URL_HERE, PAGE)).toBe(true);
  });

  it('turns off one page only', async () => {
    await setPageOn(PAGE, false);
    expect(await readSwitch(URL_HERE, PAGE)).toEqual({ site: true, page: false });
    expect(await isOn(URL_HERE, PAGE)).toBe(false);
    expect(await isOn('https://example.com/other', 'example.com/other')).toBe(true);
    await setPageOn(PAGE, true);
    expect(await isOn(URL_HERE, PAGE)).toBe(true);
  });

  it('leaves nothing behind when all is on again', async () => {
    await setSiteOn('example.com', false);
    await setPageOn(PAGE, false);
    await setSiteOn('example.com', true);
    await setPageOn(PAGE, true);
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('loses no choice when two tabs choose at once', async () => {
    await Promise.all([setSiteOn('one.com', false), setSiteOn('two.com', false)]);
    expect(await isOn('https://one.com/', 'one.com')).toBe(false);
    expect(await isOn('https://two.com/', 'two.com')).toBe(false);
  });

  it('tells those who watch, until they stop', async () => {
    const listener = vi.fn();
    const stop = new AbortController();
    watchSwitch(listener, stop.signal);
    await setSiteOn('example.com', false);
    await setPageOn(PAGE, false);
    expect(listener).toHaveBeenCalledTimes(2);
    await writeUiLanguage('en');
    expect(listener).toHaveBeenCalledTimes(2);
    stop.abort();
    await setSiteOn('example.com', true);
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

describe('siteOf', () => {
  it.each([
    ['https://www.bbc.co.uk/news', 'bbc.co.uk'],
    ['http://Arabic.CNN.com:8080/x', 'arabic.cnn.com'],
    ['about:blank', ''],
    ['no address', ''],
  ])('%s → %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});

describe('the language of the interface', () => {
  it('follows the browser until one is chosen, whatever was kept', async () => {
    expect(await readUiLanguage()).toBe('auto');
    await browser.storage.local.set({ 'ui-language': { hostile: true } });
    expect(await readUiLanguage()).toBe('auto');
    await writeUiLanguage('ar');
    expect(await readUiLanguage()).toBe('ar');
  });

  it('tells those who watch', async () => {
    const heard: string[] = [];
    const stop = new AbortController();
    watchUiLanguage((language) => heard.push(language), stop.signal);
    await writeUiLanguage('en');
    await vi.waitFor(() => expect(heard).toEqual(['en']));
    await setSiteOn('example.com', false);
    stop.abort();
    await writeUiLanguage('ar');
    expect(await readUiLanguage()).toBe('ar');
    expect(heard).toEqual(['en']);
  });
});
