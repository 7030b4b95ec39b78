import assert from "node:assert/strict";
import type { Command } from "commander";
import { commands } from "../../../kernel/commands/commands.js";
import { missingFromCommand } from "./commandParts.js";

describe("the registry of commands", () => {
  it("names no command that lacks a part", () => {
    const missing = Object.entries(commands).flatMap(([file, module]) => missingFromCommand(file, module));
    assert.deepEqual(missing, []);
  });

  it("is refused where a command lacks everything, with a list of what to add", () => {
    const invented = {
      register: (program: Command) => void program.command("invented").option("--far"),
    };
    assert.deepEqual(missingFromCommand("invented", invented), [
      'command "invented": no file kernel/commands/invented.ts',
      'command "invented": not in the registry kernel/commands/commands.ts',
      'command "invented": aen invented has no description',
      'command "invented": aen invented does not describe --far',
      'command "invented": README.md does not tell of `aen invented`',
      'command "invented": no test test/kernel/commands/invented.test.ts',
    ]);
    assert.ok(
      missingFromCommand("still", { register: () => {} }).includes(
        'command "still": its register() adds no command',
      ),
    );
  });
});
