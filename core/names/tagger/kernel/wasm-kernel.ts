/** The network's arithmetic in WebAssembly, from the bytes of `tagger.wasm`. */
import type { Kernel } from './kernel';

/** What is used of the engine's own; the types of the core know no browser. */
interface Engine {
  Module: new (bytes: ArrayBuffer) => object;
  Instance: new (module: object) => { exports: unknown };
}

/** Null where the engine has no WebAssembly with vectors, or is not allowed to use it. */
export function openWasmKernel(bytes: ArrayBuffer): Kernel | null {
  const { WebAssembly: engine } = globalThis as { WebAssembly?: Engine };
  if (engine === undefined) return null;
  try {
    return new engine.Instance(new engine.Module(bytes)).exports as Kernel;
  } catch {
    return null;
  }
}
