import { build } from 'vite';
import { ROOT } from '../../run-command';

/** A source file and all it imports, as one script: a module, or a global variable of this name. */
export async function bundleSource(entry: string, globalName?: string): Promise<string> {
  const lib =
    globalName === undefined
      ? { entry, formats: ['es' as const] }
      : { entry, formats: ['iife' as const], name: globalName };
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': ROOT } },
    build: { write: false, lib },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}
