declare module '@citation-js/core' {
  /** What of it the tests use; it brings no types. */
  export const plugins: {
    input: {
      chain(
        input: unknown,
        options: { forceType: string; generateGraph: boolean },
      ): import('./read-citations').CitedItem[];
    };
  };
}
