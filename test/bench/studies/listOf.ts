/** The numbers that an environment variable lists, separated by commas. */
export function listOf(name: string, standard: string): number[] {
  return (process.env[name] ?? standard).split(",").map(Number);
}
