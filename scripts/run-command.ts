import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

export interface CommandResult {
  code: number;
  /** Standard output and error, as they came. */
  output: string;
  /** Standard output alone. */
  stdout: string;
}

export interface CommandOptions {
  /** Also shows the output while it comes. */
  show?: boolean;
}

/** Runs a program in the repository's root, to its end. A program that is not there is a code of 127. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stdout = '';
    const take = (stream: NodeJS.WriteStream, isOutput: boolean) => (chunk: Buffer) => {
      output += chunk.toString();
      if (isOutput) stdout += chunk.toString();
      if (options.show) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout, true));
    child.stderr.on('data', take(process.stderr, false));
    child.on('error', (error) =>
      resolve({ code: 127, output: `${program}: ${error.message}\n`, stdout }),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}

const TOOLS = {
  biome: '@biomejs/biome/bin/biome',
  knip: 'knip/bin/knip.js',
  tsc: 'typescript/bin/tsc',
  tsx: 'tsx/dist/cli.mjs',
  vitest: 'vitest/vitest.mjs',
  'web-ext': 'web-ext/bin/web-ext.js',
  wxt: 'wxt/bin/wxt.mjs',
} as const;

/** Runs a tool of `node_modules` with this very Node, on any system. */
export function runTool(
  tool: keyof typeof TOOLS,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const file = join(ROOT, 'node_modules', TOOLS[tool]);
  return runCommand(process.execPath, [file, ...args], options);
}
