import { BROWSER_NAMES } from '../browsers/browser-driver';
import { runTool } from '../run-command';
import { check, type Outcome, sum } from './step';

/** What `npm start` does where there is no display, from the build to the last picture. */
export async function takeTours(): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const browser of BROWSER_NAMES) {
    const { code, output } = await runTool('tsx', [
      'scripts/start.ts',
      '--tour',
      '--browser',
      browser,
    ]);
    outcomes.push(check(code === 0, output));
  }
  return sum(outcomes);
}
