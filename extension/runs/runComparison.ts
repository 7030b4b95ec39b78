import type { RunRecord } from "./runRecord.js";

/** Two runs side by side, in Markdown: their figures, and every setting in which they differ. */
export function runComparison(a: RunRecord, b: RunRecord): string {
  const figures: [string, (run: RunRecord) => string][] = [
    ["state", (run) => run.state],
    ["device", (run) => run.device ?? "–"],
    ["epochs", (run) => `${run.epoch}${run.epochs ? ` of ${run.epochs}` : ""}`],
    ["best epoch", (run) => String(run.bestEpoch ?? "–")],
    ["UAR", (run) => rate(run.uar)],
    ["WAR", (run) => rate(run.war)],
    ["last training loss", (run) => run.loss?.toPrecision(4) ?? "–"],
    ["time", (run) => `${run.seconds.toFixed(0)} s`],
  ];
  const differing = differences(flat(a.settings), flat(b.settings));
  return [
    `# ${a.id} and ${b.id}`,
    "",
    ...table(
      ["", a.id, b.id],
      figures.map(([name, of]) => [name, of(a), of(b)]),
    ),
    ...difference(a, b),
    "",
    "## Settings that differ",
    "",
    ...(differing.length === 0 ? ["None."] : table(["setting", a.id, b.id], differing)),
    "",
  ].join("\n");
}

function difference(a: RunRecord, b: RunRecord): string[] {
  if (a.uar === undefined || b.uar === undefined) return [];
  const points = ((b.uar - a.uar) * 100).toFixed(1);
  return [
    "",
    `${b.id} has ${Number(points) >= 0 ? "+" : ""}${points} points UAR. One run each shows no effect: ` +
      "it takes several seeds (`aen.ablate`) to tell it from chance.",
  ];
}

function rate(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(3);
}

function differences(a: Map<string, string>, b: Map<string, string>): [string, string, string][] {
  const names = [...new Set([...a.keys(), ...b.keys()])].sort();
  return names
    .map((name): [string, string, string] => [name, a.get(name) ?? "–", b.get(name) ?? "–"])
    .filter(([, left, right]) => left !== right);
}

function flat(value: unknown, name = "", into = new Map<string, string>()): Map<string, string> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) flat(inner, name ? `${name}.${key}` : key, into);
  else into.set(name, shortened(typeof value === "string" ? value : JSON.stringify(value)));
  return into;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}

function table(head: string[], rows: string[][]): string[] {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}
