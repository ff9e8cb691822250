/** `npm run build:kernel`: the tagger's arithmetic → `assets/public/tagger.wasm`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import openWabt from 'wabt';
import { ROOT } from './run-command';

const source = join(ROOT, 'core', 'names', 'tagger', 'kernel', 'kernel.wat');
const target = join(ROOT, 'assets', 'public', 'tagger.wasm');

const wabt = await openWabt();
const module = wabt.parseWat(source, readFileSync(source), { simd: true });
module.validate();
const { buffer } = module.toBinary({});
module.destroy();
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, buffer);
process.stdout.write(`tagger.wasm: ${buffer.byteLength} bytes\n`);
