import axe, { type RunOptions } from 'axe-core';
import { cdp } from 'vitest/browser';

/** Devtools' own; Vitest names none of its commands. */
interface Devtools {
  send(method: string, params: object): Promise<unknown>;
}

async function setScheme(value: 'dark' | ''): Promise<void> {
  // At once: a colour on its way from one scheme to the other is neither's.
  const motion = { name: 'prefers-reduced-motion', value: value && 'reduce' };
  const features = [{ name: 'prefers-color-scheme', value }, motion];
  await (cdp() as unknown as Devtools).send('Emulation.setEmulatedMedia', { features });
}

/**
 * What axe has against what stands there, in light and in dark colours: rules, and the elements
 * that break them. Of the dark only the contrast is looked at again: nothing else is another.
 */
export async function problemsOfAccess(
  root: Element = document.body,
  rules: NonNullable<RunOptions['rules']> = {},
): Promise<[string, string[]][]> {
  // The test's frame is no page: it has no title of its own.
  const all = { 'document-title': { enabled: false }, ...rules };
  const light = await axe.run(root, { rules: all });
  try {
    await setScheme('dark');
    const dark = await axe.run(root, {
      runOnly: { type: 'rule', values: ['color-contrast'] },
    });
    return [...light.violations, ...dark.violations].map(({ id, nodes }) => [
      id,
      nodes.map(({ html }) => html),
    ]);
  } finally {
    await setScheme('');
  }
}
