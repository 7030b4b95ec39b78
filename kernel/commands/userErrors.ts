import { messageOf } from "../contracts/messageOf.js";
/** Runs a command; for an error that a user can cause, prints only its message and sets exit status 1. */
export async function tellingErrors(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    const told = messageOf(error);
    console.error(process.env["AEN_DEBUG"] && error instanceof Error ? error.stack : `aen: ${told}`);
  }
}
