import type { Command } from "commander";
import { tellingErrors } from "./userErrors.js";

/** `aen devices`: the devices that training and evaluation can run on here, fastest first. */
export function register(program: Command): void {
  program
    .command("devices")
    .description("list the devices that training and evaluation can run on, the fastest first")
    .option("--json", "print them as JSON")
    .action((options: { json?: boolean }) => tellingErrors(() => list(options)));
}

async function list({ json }: { json?: boolean }): Promise<void> {
  const { devices } = await import("../engine/devices.js");
  const found = await devices();
  if (json) return console.log(JSON.stringify(found, null, 2));
  for (const { device, name, usable, note } of found)
    console.log(`${usable ? "✓" : "–"} ${device.padEnd(10)} ${name}\n  ${" ".repeat(10)} ${note}`);
}
