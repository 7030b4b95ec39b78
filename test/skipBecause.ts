/** Leaves a test (or, in `before`, all that follow) out and says why. */
export function skipBecause(context: Mocha.Context, why: string): never {
  console.log(`      skipped: ${why}`);
  return context.skip();
}
