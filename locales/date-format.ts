const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each locale and options: making one takes longer than a hundred dates. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

const relatives = new Map<string, Intl.RelativeTimeFormat>();

/** Says "today" and "yesterday"; made once for each locale. */
export function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  const known = relatives.get(locale);
  if (known) return known;
  const made = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relatives.set(locale, made);
  return made;
}
