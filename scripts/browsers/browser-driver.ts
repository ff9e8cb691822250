/**
 * One way to drive both browsers, for the end-to-end tests, the tour of
 * `npm start`, the screenshots and the benchmarks.
 */
export const BROWSER_NAMES = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

export interface LaunchOptions {
  /** Folders of unpacked extensions, in the order in which they are loaded. */
  extensions: readonly string[];
  headless?: boolean;
  /** Port of `serve-hosts.ts`: every request of the browser goes there. */
  proxyPort?: number;
  /** Language of the browser's own interface, which the extension follows by default. */
  language?: 'ar' | 'en';
  colourScheme?: 'light' | 'dark';
  /** Size of the pages in CSS pixels; by default 1280 × 900. */
  viewport?: Size;
  /** A folder that outlives the browser, to open it again as it was; by default one that goes with it. */
  profile?: string;
  /** The extensions run in Firefox's private windows, too, as if the reader had allowed it. */
  inPrivateWindows?: boolean;
}

export interface Size {
  width: number;
  height: number;
}

/** Viewport pixels. */
export interface Point {
  x: number;
  y: number;
}

export interface Rect extends Point, Size {}

export interface WaitOptions {
  /** Milliseconds; by default 15,000. */
  timeout?: number;
  /** What is waited for, for the message of the failure. */
  what?: string;
}

/**
 * A function that runs in the page: it can use its argument and the page's
 * globals, and nothing of the file it stands in.
 */
export type PageFunction<Argument, Value> = (
  argument: Argument,
) => Value | Promise<Value>;

export interface PageDriver {
  url(): string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs in the page's own world; argument and value must survive JSON. */
  evaluate<Value>(run: PageFunction<undefined, Value>): Promise<Value>;
  evaluate<Argument, Value>(
    run: PageFunction<Argument, Value>,
    argument: Argument,
  ): Promise<Value>;
  /** Evaluates again and again until the value is truthy, which it gives back. */
  waitFor<Argument, Value>(
    run: PageFunction<Argument, Value>,
    argument: Argument,
    options?: WaitOptions,
  ): Promise<NonNullable<Value>>;
  hover(point: Point): Promise<void>;
  click(point: Point): Promise<void>;
  /** Selects by pressing the button at one point and letting it go at the other. */
  drag(from: Point, to: Point): Promise<void>;
  type(text: string): Promise<void>;
  /** A key by its `KeyboardEvent.key`, such as `Escape`, or one with Control or Shift: `Control+z`. */
  press(key: string): Promise<void>;
  /** PNG into the file. */
  screenshot(file: string, clip?: Rect): Promise<void>;
  resize(size: Size): Promise<void>;
  toFront(): Promise<void>;
  close(): Promise<void>;
  /** Kills the page's process: the page gets no chance to say goodbye. */
  crash(): Promise<void>;
}

export interface BrowserDriver {
  readonly name: BrowserName;
  /** Where downloads land, under the names that the page gave them. */
  readonly downloadsDir: string;
  newPage(): Promise<PageDriver>;
  /**
   * In a private window, which closes with the last of its pages. Firefox only:
   * Playwright does not see Chromium's own, and its contexts are no windows to extensions.
   */
  newPrivatePage?(): Promise<PageDriver>;
  /** A page of the first extension, such as `popup.html?tab=1`. */
  openExtensionPage(path: string): Promise<PageDriver>;
  /** Kills the first extension's background, as the browser does when it likes. False when none was running. */
  killBackground(): Promise<boolean>;
  /** Resolves when the reader closes the browser. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
  /** Kills the browser's process (SIGKILL), as a crash or the end of the battery does. */
  kill(): Promise<void>;
}

/** The parts of a page's driver that only need to evaluate source text in the page. */
export function evaluateWith(
  evaluateSource: (source: string) => Promise<unknown>,
): Pick<PageDriver, 'evaluate' | 'waitFor'> {
  async function evaluate<Argument, Value>(
    run: PageFunction<Argument, Value>,
    argument?: Argument,
  ): Promise<Value> {
    return (await evaluateSource(callSource(run, argument))) as Value;
  }
  return {
    evaluate,
    waitFor: (run, argument, options) => poll(() => evaluate(run, argument), options),
  };
}

/** tsx wraps named functions in `__name(…)`, which pages do not have. */
function callSource(run: unknown, argument: unknown): string {
  const passed = JSON.stringify(argument) ?? 'undefined';
  return `((__name) => (${String(run)})(${passed}))((named) => named)`;
}

/** Polls until the value is truthy. An error of the last attempt is told when time is up. */
export async function poll<Value>(
  attempt: () => Promise<Value>,
  { timeout = 15_000, what = 'something' }: WaitOptions = {},
): Promise<NonNullable<Value>> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    const started = Date.now();
    try {
      const value = await attempt();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      const told = last instanceof Error ? last.message : JSON.stringify(last);
      throw new Error(`waited ${timeout} ms in vain for ${what}; last: ${told}`);
    }
    // A look that takes long must not keep what it waits for from happening.
    const rest = Math.max(50, Date.now() - started);
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
}
