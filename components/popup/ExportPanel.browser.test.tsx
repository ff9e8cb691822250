import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { makeNote } from '@/test/make-note';
import { problemsOfAccess } from '@/test/problems-of-access';
import { shown } from '@/test/show-popup';
import type { NoteRow } from './popup-view';

const row = (id: string): NoteRow => ({
  ...{ note: makeNote({ id }), anchor: 'anchored', versions: [] },
  saving: { state: 'idle' },
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

it('offers any format of one note, the article or everything, with a preview', async () => {
  const { actions } = shown({ notes: [row('a'), row('b')] });
  await userEvent.click(button('Export'));
  await userEvent.click(page.getByText('Other formats, one note…'));
  await expect.poll(() => actions.previewExport.mock.lastCall).toEqual(['page', 'html']);
  await userEvent.selectOptions(page.getByLabelText('Format'), 'csv');
  expect(actions.previewExport).toHaveBeenLastCalledWith('page', 'csv');
  await userEvent.selectOptions(page.getByLabelText('What to export'), 'note:b');
  expect(actions.previewExport).toHaveBeenLastCalledWith('note:b', 'csv');
  await userEvent.click(button('Save file'));
  expect(actions.exportNotes).toHaveBeenCalledExactlyOnceWith('note:b', 'csv');
  await userEvent.click(button('Copy as Markdown'));
  await userEvent.click(button('Copy quote with link'));
  expect(actions.copyNote.mock.calls).toEqual([
    ['b', 'markdown'],
    ['b', 'link'],
  ]);
});

it.each(['ar', 'en'] as const)(
  'shows the file as text, and how far it is (%s)',
  async (lang) => {
    const preview = '<b>"x"</b>\n'.repeat(99);
    const { actions, root } = shown(
      { notes: [row('a')], exporting: { preview, share: 0.5 } },
      lang,
    );
    await userEvent.click(button(lang === 'ar' ? 'تصدير' : 'Export'));
    root.querySelector<HTMLElement>('.hw-export summary')?.click();
    await expect.poll(() => root.querySelector('pre')?.textContent).toBe(preview);
    // However much there is, the way out of it stays in the popup.
    const foot = root.querySelector('.hw-popup-foot-row')?.getBoundingClientRect();
    expect(foot?.bottom).toBeLessThanOrEqual(600);
    expect(root.querySelector('progress')?.value).toBe(0.5);
    expect(await problemsOfAccess()).toEqual([]);
    await userEvent.click(button(lang === 'ar' ? 'إلغاء' : 'Cancel'));
    expect(actions.cancelExport).toHaveBeenCalledOnce();
  },
);
