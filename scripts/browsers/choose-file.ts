import type { PageDriver } from './browser-driver';

/** Gives a file to the page's only field for one, as choosing it there does. */
export async function chooseFile(
  page: PageDriver,
  text: string,
  name = 'hawashi.json',
): Promise<void> {
  await page.evaluate(
    ({ text, name }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (!input) throw new Error('no field for a file');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    { text, name },
  );
}
