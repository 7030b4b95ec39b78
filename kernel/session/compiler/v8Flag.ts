import v8 from "node:v8";

/**
 * Does something under a flag of V8's, and withdraws the flag.
 * @returns undefined where this V8 does not know the syntax that the flag allows
 */
export function underFlag<T>(flag: string, body: () => T): T | undefined {
  v8.setFlagsFromString(`--${flag}`);
  try {
    return body();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    v8.setFlagsFromString(`--no-${flag}`);
  }
}
