/** What a part of `npm test` found; every check and every test counts one. */
export interface Outcome {
  passed: number;
  failed: number;
  /** Shown when something failed, or worth showing anyway. */
  told?: string;
}

export interface Step {
  /** For `--only`. */
  name: string;
  heading: string;
  run(): Promise<Outcome>;
}

/** One check that passed or did not; its words are shown when it did not. */
export function check(passed: boolean, told: string): Outcome {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, told };
}

export function sum(outcomes: readonly Outcome[]): Outcome {
  const told = outcomes
    .flatMap((outcome) => outcome.told ?? [])
    .filter((words) => words !== '')
    .join('\n');
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
    ...(told === '' ? {} : { told }),
  };
}
