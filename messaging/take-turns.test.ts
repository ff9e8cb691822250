import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTurns } from './take-turns';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('createTurns', () => {
  it('reads a text only when the database has done what it had in hand', async () => {
    const { first, later } = createTurns();
    const done: string[] = [];
    let finish = (): void => {};
    const save = first(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    ).then(() => done.push('saved'));
    const names = later(9, async () => done.push('names'));
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual([]);
    finish();
    await vi.runAllTimersAsync();
    await Promise.all([save, names]);
    expect(done).toEqual(['saved', 'names']);
  });

  it('lets what arrives meanwhile go before the next text', async () => {
    const { first, later } = createTurns();
    const done: string[] = [];
    const texts = ['one', 'two', 'three'].map((name) =>
      later(9, async () => {
        done.push(name);
        // A save that arrives while this text is read, and is begun after it.
        setTimeout(() => void first(async () => done.push(`saved during ${name}`)));
      }),
    );
    await vi.runAllTimersAsync();
    await Promise.all(texts);
    expect(done).toEqual([
      ...['one', 'saved during one'],
      ...['two', 'saved during two'],
      ...['three', 'saved during three'],
    ]);
  });

  it('has a long text wait for what is on its way, and a short one not', async () => {
    const { later } = createTurns();
    const done: string[] = [];
    const arrives = (after: number) => setTimeout(() => done.push(`at ${after}`), after);
    arrives(100);
    const short = later(9, async () => done.push('short'));
    const long = later(1_000_000, async () => done.push('long'));
    await vi.runAllTimersAsync();
    await Promise.all([short, long]);
    expect(done).toEqual(['short', 'at 100', 'long']);
  });

  it('reads on after half a second when the database hangs', async () => {
    const { first, later } = createTurns();
    void first(() => new Promise(() => {}));
    const names = later(9, async () => 'names');
    await vi.advanceTimersByTimeAsync(600);
    expect(await names).toBe('names');
  });

  it('hands on failures, and goes on after them', async () => {
    const { first, later } = createTurns();
    await expect(first(() => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
    const broken = later(9, () => Promise.reject(new Error('no lexicon')));
    const failed = expect(broken).rejects.toThrow('no lexicon');
    const next = later(9, async () => 'names');
    await vi.runAllTimersAsync();
    await failed;
    expect(await next).toBe('names');
  });
});
