/** The side panel, opened by a press of the reader's: neither browser opens it without one. */

/** Chrome 116 and newer; https://developer.chrome.com/docs/extensions/reference/api/sidePanel */
interface SidePanel {
  open(options: { tabId: number }): Promise<void>;
}

interface Globals {
  chrome?: { sidePanel?: Partial<SidePanel> };
  browser?: { sidebarAction?: { open(): Promise<void> } };
}

const sidebar = () => (globalThis as Globals).browser?.sidebarAction ?? null;

const opener = (): SidePanel | null => {
  const { sidePanel } = (globalThis as Globals).chrome ?? {};
  return sidePanel?.open ? (sidePanel as SidePanel) : null;
};

export function canOpenPanel(): boolean {
  return import.meta.env.FIREFOX ? sidebar() !== null : opener() !== null;
}

/** Straight from a press, with nothing awaited before. Resolves to whether it is open. */
export async function openPanel(tabId: number): Promise<boolean> {
  try {
    if (import.meta.env.FIREFOX) await sidebar()?.open();
    else await opener()?.open({ tabId });
    return true;
  } catch {
    return false;
  }
}
