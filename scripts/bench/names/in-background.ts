/** Runs inside the extension's background: the recogniser with the files that the extension ships, and a clock. */
import { createRecogniser, type Recogniser } from '@/core/names/recogniser';

let recogniser: Recogniser;

interface Instance {
  exports: Record<string, unknown>;
}
interface Engine {
  Instance: new (module: object) => Instance;
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer };
}
const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;
const instances: Instance[] = [];
engine.Instance = class extends engine.Instance {
  constructor(module: object) {
    super(module);
    instances.push(this);
  }
};

/** Bytes of WebAssembly's memory, which no other figure counts. */
export function arithmeticMemory(): number {
  return instances
    .map(({ exports }) => exports.memory)
    .filter((memory) => memory instanceof engine.Memory)
    .reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}

async function readOwn(name: string): Promise<ArrayBuffer> {
  return (await fetch(`/${name}`)).arrayBuffer();
}

/** Milliseconds until the first text could be read. */
export async function load(): Promise<{ ms: number; vectors: boolean }> {
  const before = performance.now();
  const [lexicon, tagger, arithmetic] = await Promise.all(
    ['lexicon.bin', 'tagger.bin', 'tagger.wasm'].map(readOwn),
  );
  if (lexicon === undefined) throw new Error('there is no lexicon');
  recogniser = createRecogniser(lexicon, tagger, arithmetic);
  const ms = performance.now() - before;
  return { ms, vectors: instances.length > 0 };
}

/** Milliseconds for each of `runs` readings of one text. */
export function read(text: string, runs: number): number[] {
  return Array.from({ length: runs }, () => {
    const before = performance.now();
    recogniser.recognise(text);
    return performance.now() - before;
  });
}

/** Milliseconds: the whole, and the longest stretch between two pauses. */
export async function readInSteps(
  text: string,
): Promise<{ total: number; longest: number }> {
  const steps = recogniser.recogniseInSteps(text);
  let total = 0;
  let longest = 0;
  for (;;) {
    const before = performance.now();
    const step = steps.next();
    const ms = performance.now() - before;
    total += ms;
    longest = Math.max(longest, ms);
    if (step.done === true) return { total, longest };
    if (ms > 1) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
