import { existsSync } from "node:fs";
import { Command } from "commander";
import { type CommandModule, commands } from "../../../kernel/commands/commands.js";
import { missingOf, type Part, textOf } from "./files.js";

/** What a command of `aen` lacks, a line each; nothing where it is whole. @param file its name in kernel/commands */
export function missingFromCommand(file: string, module: CommandModule): string[] {
  const program = new Command("aen");
  module.register(program);
  const test = `test/kernel/commands/${file}.test.ts`;
  return missingOf(`command "${file}"`, [
    [existsSync(`kernel/commands/${file}.ts`), `no file kernel/commands/${file}.ts`],
    [commands[file] === module, "not in the registry kernel/commands/commands.ts"],
    [program.commands.length > 0, "its register() adds no command"],
    ...program.commands.flatMap((command) => describedParts(command)),
    [existsSync(test), `no test ${test}`],
  ]);
}

/** Of a command and those below it: a description, one for each option, and a place in README. */
function describedParts(command: Command, above = "aen"): Part[] {
  const name = `${above} ${command.name()}`;
  if (command.commands.length > 0) return command.commands.flatMap((each) => describedParts(each, name));
  const silent = command.options.filter(({ description }) => !description);
  return [
    [command.description() !== "", `${name} has no description`],
    [silent.length === 0, `${name} does not describe ${silent.map(({ flags }) => flags).join(", ")}`],
    [new RegExp(`\`${name}[ \`]`).test(textOf("README.md")), `README.md does not tell of \`${name}\``],
  ];
}
