import { describe, expect, it } from 'vitest';
import { registrableHost } from '../core/article/site-host';
import { faultOfSitePattern } from './match-pattern';
import { readNewsSites, toMatchPatterns } from './news-sites';

describe('the list of news sites', () => {
  const sites = readNewsSites();

  it('is long enough to be of use, and short enough to be read before installing', () => {
    expect(sites.length).toBeGreaterThanOrEqual(150);
    expect(sites.length).toBeLessThanOrEqual(170);
  });

  it('has no site twice, and none with www', () => {
    expect(sites.filter((site, i) => sites.indexOf(site) !== i)).toEqual([]);
    expect(sites.filter((site) => site.startsWith('www.'))).toEqual([]);
  });

  it('makes valid match patterns, none wider than a site', () => {
    const faults = toMatchPatterns(sites)
      .map((pattern) => [pattern, faultOfSitePattern(pattern)])
      .filter(([, fault]) => fault !== null);
    expect(faults).toEqual([]);
  });

  it('names no suffix under which others register', () => {
    const suffixes = sites.filter((site) => {
      // A label put before a site's host is a subdomain of it; before a suffix, another site.
      return registrableHost(`x.${site}`) === `x.${site}`;
    });
    expect(suffixes).toEqual([]);
  });

  it('has sites of every Arab country with a press of its own, and of eight languages', () => {
    for (const site of [
      ...['aljazeera.net', 'aawsat.com', 'ina.iq', 'ahram.org.eg', 'spa.gov.sa'],
      ...['wam.ae', 'qna.org.qa', 'kuna.net.kw', 'bna.bh', 'omandaily.om'],
      ...['almasdaronline.com', 'petra.gov.jo', 'wafa.ps', 'annahar.com', 'sana.sy'],
      ...['alwasat.ly', 'tap.info.tn', 'aps.dz', 'hespress.com', 'alakhbar.info'],
      ...['dabangasudan.org', 'reuters.com', 'isna.ir', 'hurriyet.com.tr'],
      ...['ynet.co.il', 'lemonde.fr', 'elpais.com', 'spiegel.de'],
    ]) {
      expect(sites).toContain(site);
    }
  });
});

describe('faultOfSitePattern', () => {
  it.each(['*://aljazeera.net/*', 'https://www.bbc.co.uk/*', '*://*.example.com/news/*'])(
    'accepts %s',
    (pattern) => {
      expect(faultOfSitePattern(pattern)).toBeNull();
    },
  );

  it.each([
    '<all_urls>',
    '*://*/*',
    '*://*.*/*',
    '*://com/*',
    '*://exa mple.com/*',
    '*://example.com',
    '*://example.com:8080/*',
    '*://exa*mple.com/*',
    '*://example..com/*',
    '*://-example.com/*',
    '*://مثال.com/*',
    '*://192.168.0.1/*',
    'ftp://example.com/*',
    'example.com/*',
    '',
  ])('refuses "%s"', (pattern) => {
    expect(faultOfSitePattern(pattern)).not.toBeNull();
  });
});
