import { type NavigationWatch, watchNavigation } from './navigation/watch-navigation';

export interface SwitchPorts {
  view: Window;
  /** Whether this address may be read. */
  isOn(url: string): Promise<boolean>;
  turnOn(): void;
  turnOff(): void;
}

export interface SwitchFollower {
  /** The switch was turned, or the page has become another: does what the switch says now. */
  follow(): Promise<void>;
  /** False until the switch has first been read. */
  isDecided(): boolean;
  /** Looks whether the address is another now: for browsers that do not tell. */
  check(): void;
}

/**
 * Turns the reader on and off as the switch says for the address. Switched on,
 * the reader follows the address itself and calls `follow`; switched off, it
 * watches nothing, and the next page of a single-page site may be on again.
 */
export function createSwitchFollower(
  { view, isOn, turnOn, turnOff }: SwitchPorts,
  signal: AbortSignal,
): SwitchFollower {
  let turn = 0;
  let isDecided = false;
  let whileOff: { watch: NavigationWatch; ending: AbortController } | null = null;

  async function follow(): Promise<void> {
    const ofTurn = ++turn;
    // A switch that cannot be read was not turned off as far as anyone knows.
    const on = await isOn(view.location.href).catch(() => true);
    if (ofTurn !== turn || signal.aborted) return;
    isDecided = true;
    if (on) {
      whileOff?.ending.abort();
      whileOff = null;
      turnOn();
    } else {
      turnOff();
      whileOff ??= watchWhileOff();
    }
  }

  function watchWhileOff(): NonNullable<typeof whileOff> {
    const ending = new AbortController();
    const watch = watchNavigation(view, () => void follow(), ending.signal);
    return { watch, ending };
  }

  signal.addEventListener('abort', () => whileOff?.ending.abort());
  return {
    follow,
    isDecided: () => isDecided,
    check: () => whileOff?.watch.check(),
  };
}
