import { Command } from "commander";

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** What the process would exit with. */
  readonly status: number;
}

/** Runs one command as `aen` does, in this process; what it prints is caught. */
export async function inProcess(register: (program: Command) => void, ...args: string[]): Promise<Ran> {
  const caught = { stdout: "", stderr: "" };
  const program = new Command().exitOverride();
  program.configureOutput({
    writeOut: (text) => void (caught.stdout += text),
    writeErr: (text) => void (caught.stderr += text),
  });
  register(program);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  const { log, error } = console;
  const { exitCode } = process;
  console.log = (text: unknown) => void (caught.stdout += `${String(text)}\n`);
  console.error = (text: unknown) => void (caught.stderr += `${String(text)}\n`);
  process.exitCode = 0;
  try {
    await program.parseAsync(args, { from: "user" });
    return { ...caught, status: Number(process.exitCode) };
  } catch (error) {
    return { ...caught, status: (error as { exitCode?: number }).exitCode ?? 1 };
  } finally {
    Object.assign(console, { log, error });
    process.exitCode = exitCode;
  }
}
