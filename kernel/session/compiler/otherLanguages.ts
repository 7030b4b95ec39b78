/** A line that another kind of notebook would run, and what there is for it here. */
export interface ForeignLine {
  /** Starts at 0. */
  readonly line: number;
  readonly advice: string;
}

const shell = (command: string) =>
  `Run programs with Node: require("node:child_process").execSync(${JSON.stringify(command || "ls")}, { stdio: "inherit" }).`;
const packages = (names: string, folder: string) =>
  `Packages come from npm here: run "npm install ${names || "NAME"}" in ${folder}, then import them.`;
const templateOf = (kind: string) => () => `Show it with display.${kind}(\`…\`).`;

/** What there is instead of each of IPython's magics; those that start a cell have the rest of it as their text. */
const magics: Readonly<Record<string, (rest: string, folder: string) => string>> = {
  pip: (rest, folder) => packages(afterInstall(rest), folder),
  conda: (rest, folder) => packages(afterInstall(rest), folder),
  bash: shell,
  sh: shell,
  script: shell,
  system: shell,
  html: templateOf("html"),
  markdown: templateOf("markdown"),
  latex: templateOf("latex"),
  svg: templateOf("svg"),
  javascript: () => "Cells run JavaScript in Node: leave out the first line.",
  js: () => "Cells run JavaScript in Node: leave out the first line.",
  time: () => 'Measure with console.time("it") and console.timeEnd("it").',
  timeit: () => 'Measure with console.time("it") and console.timeEnd("it").',
  cd: (rest) => `Change the folder with process.chdir(${JSON.stringify(rest || "..")}).`,
  pwd: () => "The folder is process.cwd().",
  env: () => "The environment is process.env.",
  writefile: (rest) =>
    `Write it with require("node:fs").writeFileSync(${JSON.stringify(rest || "file.txt")}, \`…\`).`,
  matplotlib: () =>
    "It is not needed: the value of a cell's last line is shown, and so is what you pass to display().",
  load_ext: () => "It is not needed: local modules are loaded again when they have changed.",
  autoreload: () => "It is not needed: local modules are loaded again when they have changed.",
};

const python = [
  /^\s*(?:async\s+)?def\s+\w+\s*\(.*\)\s*(?:->.*)?:\s*(?:#.*)?$/,
  /^\s*from\s+[\w.]+\s+import\s+[\w*(]/,
  /^\s*import\s+[\w.]+(?:\s+as\s+\w+)?(?:\s*,\s*[\w.]+)*\s*(?:#.*)?$/,
  /^\s*(?:elif|if|while|with|except|class)\b[^{]*:\s*(?:#.*)?$/,
  /^\s*(?:else|try|finally):\s*(?:#.*)?$/,
  /^\s*for\s+[\w, ]+\s+in\s+.*:\s*(?:#.*)?$/,
  /^\s*print\s+[\w"']/,
];

/** The first line of a cell that does not parse which is IPython's, the shell's or Python's. */
export function foreignLine(code: string, folder: string): ForeignLine | undefined {
  const lines = code.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  for (const [line, text] of lines.entries()) {
    const advice = adviceOn(text, line === first ? lines.slice(line + 1) : [], folder);
    if (advice) return { line, advice };
  }
  return lastQuestion(lines);
}

/** A last line such as `x?`, which IPython would answer. */
function lastQuestion(lines: readonly string[]): ForeignLine | undefined {
  const line = lines.findLastIndex((each) => each.trim() !== "");
  const name = /^([\w$.]+)\s*\?{1,2}\s*$/.exec(lines[line] ?? "")?.[1];
  if (name === undefined) return undefined;
  const advice = `To ask about a name, write ${name}? as a cell of its own, or look it up in place (Shift+Tab in Jupyter).`;
  return { line, advice };
}

/** @param below the cell's other lines, where a magic that starts a cell may be */
function adviceOn(text: string, below: readonly string[], folder: string): string | undefined {
  const magic = /^\s*%%?(\w+)\s*(.*)$/.exec(text);
  if (magic) return `%${magic[1]} is IPython's. ${instead(magic[1], magic[2].trim(), below, folder)}`;
  const command = /^\s*!+\s*([\w./~-]+(?:\s.*)?)$/.exec(text);
  if (command && !/[;{}()=]\s*$/.test(text))
    return `! runs no program here. ${ofShell(command[1].trim(), folder)}`;
  if (python.some((pattern) => pattern.test(text)))
    return "This looks like Python, and cells of this kernel are TypeScript. Choose a Python kernel for this notebook, or write the cell in TypeScript.";
  return undefined;
}

function instead(name: string, rest: string, below: readonly string[], folder: string): string {
  const known = Object.hasOwn(magics, name) ? magics[name] : undefined;
  const text = known === shell ? (below.find((line) => line.trim() !== "") ?? "").trim() : rest;
  return known?.(text, folder) ?? "Cells of this kernel are TypeScript and have no magics.";
}

function ofShell(command: string, folder: string): string {
  const install = /^(?:pip3?|conda|npm|yarn|pnpm)\s+(?:install|i|add)\b(.*)$/.exec(command);
  return install ? packages(install[1].trim(), folder) : shell(command);
}

function afterInstall(rest: string): string {
  return rest
    .replace(/^install\s*/, "")
    .replace(/(?:^|\s)-\S+/g, "")
    .trim();
}
