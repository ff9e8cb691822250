import type { PageDriver } from '@/scripts/browsers/browser-driver';

/** Gives a file to the page's only field for one, as choosing it there does. */
export async function chooseFile(page: PageDriver, text: string): Promise<void> {
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'hawashi.json', { type: 'application/json' }));
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('no field for a file');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }, text);
}
