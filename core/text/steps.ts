/** Work that pauses now and then, so that the thread can go to others. */
export type Steps<T> = Generator<void, T>;

/** A pause is due after so many words or names: mostly a millisecond or two of work. */
export const STRIDE = 1024;

/** The same where a word takes next to nothing. */
export const LONG_STRIDE = 16 * STRIDE;

/** Counts pieces of work; says when a pause is due. */
export function countWork(stride: number = LONG_STRIDE): (pieces?: number) => boolean {
  let done = 0;
  return (pieces = 1) => {
    done += pieces;
    if (done < stride) return false;
    done = 0;
    return true;
  };
}

/** Runs a generator without heeding its pauses. */
export function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `Array.map` with pauses. */
export function* mapInSteps<From, To>(
  items: readonly From[],
  map: (item: From) => To,
): Steps<To[]> {
  const mapped: To[] = [];
  for (const [index, item] of items.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    mapped.push(map(item));
  }
  return mapped;
}
