/** Places in a kernel's memory, one behind another. */
import { type KernelMemory, PAGE } from './kernel';

/** Whole vectors. */
const ALIGNMENT = 16;

export class Arena {
  private used = ALIGNMENT;

  constructor(private readonly memory: KernelMemory) {}

  /** The pointer of so many fresh bytes, all 0 unless {@link release} gave them back before. */
  take(bytes: number): number {
    const at = this.used;
    this.used += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = this.used - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    return at;
  }

  /** What was taken after `mark` was asked for is free again. */
  mark(): number {
    return this.used;
  }

  release(mark: number): void {
    this.used = mark;
  }

  // The views hold until the next `take`, which may move the memory.

  floats(at: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, at, length);
  }

  addresses(at: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, at, length);
  }

  integers(at: number, length: number): Int16Array {
    return new Int16Array(this.memory.buffer, at, length);
  }

  /** A copy of `values`, behind it nothing up to `length`. */
  keep(values: Float32Array, length = values.length): number {
    const at = this.take(length * 4);
    this.floats(at, values.length).set(values);
    return at;
  }
}
