/**
 * `npm test`: every check and test, in order, ending with one line
 * `N passed, N failed`. `--only NAME` (repeatable, or with commas) runs parts.
 */
import { runTool } from './run-command';
import { buildProduction, lintFirefoxBuild, weighBuilds } from './test/check-builds';
import { ensureBrowsers } from './test/ensure-browsers';
import { runVitest } from './test/run-vitest';
import { check, type Outcome, type Step, sum } from './test/step';
import { takeTours } from './test/take-tours';

const STEPS: readonly Step[] = [
  toolStep('lint', 'Format and lint', 'biome', ['check', '--error-on-warnings', '.']),
  toolStep('types', 'Types', 'tsc', ['--noEmit', '-p', '.']),
  toolStep('core', 'Types of core, which has no DOM', 'tsc', ['--noEmit', '-p', 'core']),
  toolStep('unused', 'Unused code', 'knip', []),
  {
    name: 'unit',
    heading: 'Tests beside the code, in Node and in Chromium',
    run: () => runVitest(['unit', 'browser']),
  },
  { name: 'build', heading: 'Production builds', run: buildProduction },
  { name: 'web-ext', heading: 'Lint of the Firefox build', run: lintFirefoxBuild },
  { name: 'size', heading: 'Sizes', run: weighBuilds },
  {
    name: 'e2e',
    heading: 'End to end, in Chromium and Firefox',
    run: () => runVitest(['e2e']),
  },
  { name: 'start', heading: 'The tour of npm start, in both browsers', run: takeTours },
];

const NEEDS_BROWSERS: readonly string[] = ['unit', 'e2e', 'start'];

function toolStep(
  name: string,
  heading: string,
  tool: Parameters<typeof runTool>[0],
  args: readonly string[],
): Step {
  return {
    name,
    heading,
    async run() {
      const { code, output } = await runTool(tool, args);
      return check(code === 0, output);
    },
  };
}

/** The steps that were asked for; null when a name is unknown. */
function chooseSteps(args: readonly string[]): readonly Step[] | null {
  const names: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const value = args[index + 1];
    if (args[index] !== '--only' || value === undefined) return null;
    names.push(...value.split(','));
    index++;
  }
  if (names.some((name) => STEPS.every((step) => step.name !== name))) return null;
  return names.length === 0 ? STEPS : STEPS.filter(({ name }) => names.includes(name));
}

async function main(args: readonly string[]): Promise<number> {
  const steps = chooseSteps(args);
  if (steps === null) {
    const parts = STEPS.map(({ name, heading }) => `  ${name.padEnd(8)} ${heading}`);
    console.log(`npm test [-- --only PART[,PART…]]\n\n${parts.join('\n')}`);
    return args.includes('--help') ? 0 : 2;
  }
  const missing = steps.some(({ name }) => NEEDS_BROWSERS.includes(name))
    ? await ensureBrowsers()
    : [];
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    console.log(`\n── ${step.heading}`);
    const started = Date.now();
    const outcome =
      missing.length > 0 && NEEDS_BROWSERS.includes(step.name)
        ? { passed: 0, failed: missing.length, told: missing.join('\n') }
        : await step.run();
    if (outcome.told) console.log(outcome.told.trimEnd());
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const verdict = outcome.failed === 0 ? '✓' : `✗ ${outcome.failed} of`;
    console.log(`   ${verdict} ${outcome.passed + outcome.failed} in ${seconds} s`);
    outcomes.push(outcome);
  }
  const { passed, failed } = sum(outcomes);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
