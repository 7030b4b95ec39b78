/** Runs a command; an error that a user can cause is told by its message alone, and the exit status is 1. */
export async function tellingErrors(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    const told = error instanceof Error ? error.message : String(error);
    console.error(process.env["AEN_DEBUG"] && error instanceof Error ? error.stack : `aen: ${told}`);
  }
}
