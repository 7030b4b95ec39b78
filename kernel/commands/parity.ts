import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { Option } from "commander";
import type { ParityOptions } from "../aen/parity/comparison.js";
import type { Fixture } from "../aen/parity/fixture.js";
import { tellingErrors } from "./userErrors.js";

const devices = ["cpu", "webgpu", "cuda", "directml", "coreml", "tensorflow"];

/** `aen parity`: compares the network with values recorded from the published code. */
export function register(program: Command): void {
  program
    .command("parity")
    .description("compare network, losses, gradients and updates with recorded values of the published code")
    .option("--fixtures <file...>", "files of recorded values (default: those of the test suite)")
    .addOption(
      new Option("--device <name>", "where to compute; tensorflow runs eagerly")
        .choices(devices)
        .default("cpu"),
    )
    .action((options: ParityArguments) => tellingErrors(() => parity(options)));
}

interface ParityArguments {
  readonly fixtures?: string[];
  readonly device: ParityOptions["device"];
}

async function parity({ fixtures = ownFixtures(), device }: ParityArguments): Promise<void> {
  const results: boolean[] = [];
  for (const file of fixtures) results.push(await compareFile(file, device));
  if (results.includes(false)) process.exitCode = 1;
}

async function compareFile(file: string, device: ParityOptions["device"]): Promise<boolean> {
  const { compareFixture } = await import("../aen/parity/compareFixture.js");
  const { isWithin } = await import("../aen/parity/deviation.js");
  const { parityTable, summarizeDeviations } = await import("../aen/parity/parityReport.js");
  const fixture = await readFixture(file);
  const { config, batch, labels, seeds } = fixture;
  console.log(
    `${file}: ${config}, ${batch} clips labelled ${labels.join(", ")}, weights "${seeds.main}", device ${device}`,
  );
  const report = (part: string) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${part} ...`);
  const deviations = await compareFixture(fixture, { device, onPart: report });
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  console.log(parityTable(summarizeDeviations(deviations)));
  const outside = deviations.filter((one) => !isWithin(one));
  for (const { group, record, deviation, tolerance } of outside.slice(0, 20)) {
    console.log(
      `outside: ${group} ${record}: ${deviation.toExponential(2)}, allowed ${tolerance.toExponential(1)}`,
    );
  }
  const verdict = outside.length === 0 ? "within tolerance" : `${outside.length} outside their tolerance`;
  console.log(`${deviations.length} comparisons, ${verdict}.\n`);
  return outside.length === 0;
}

async function readFixture(file: string): Promise<Fixture> {
  const { parseFixture } = await import("../aen/parity/fixture.js");
  if (!existsSync(file)) throw new Error(`There is no file "${file}".`);
  try {
    return parseFixture(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`"${file}" is not a file of recorded values: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function ownFixtures(): string[] {
  const files = ["small", "full"].map((config) =>
    [
      `../../../test/parity/fixtures/fixtures-${config}.json`,
      `../../test/parity/fixtures/fixtures-${config}.json`,
    ]
      .map((place) => fileURLToPath(new URL(place, import.meta.url)))
      .find((place) => existsSync(place)),
  );
  const found = files.filter((file): file is string => file !== undefined);
  if (found.length === 0)
    throw new Error("The recorded values are not installed here: name a file with --fixtures.");
  return found;
}
