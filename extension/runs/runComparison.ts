import * as vscode from "vscode";
import { percent } from "./percent.js";
import type { RunRecord } from "./runRecord.js";
import { stateText } from "./stateText.js";

/** Two runs side by side, in Markdown: their figures, and every setting in which they differ. */
export function runComparison(a: RunRecord, b: RunRecord): string {
  const figures: [string, (run: RunRecord) => string][] = [
    [vscode.l10n.t("state"), (run) => stateText(run.state)],
    [vscode.l10n.t("device"), (run) => run.device ?? "–"],
    [
      vscode.l10n.t("epochs"),
      (run) => (run.epochs ? vscode.l10n.t("{0} of {1}", run.epoch, run.epochs) : String(run.epoch)),
    ],
    [vscode.l10n.t("best epoch"), (run) => String(run.bestEpoch ?? "–")],
    ["UAR", (run) => rate(run.uar)],
    ["WAR", (run) => rate(run.war)],
    [vscode.l10n.t("last training loss"), (run) => run.loss?.toPrecision(4) ?? "–"],
    [vscode.l10n.t("time"), (run) => `${run.seconds.toFixed(0)} s`],
  ];
  const differing = differences(flat(a.settings), flat(b.settings));
  return [
    `# ${vscode.l10n.t("{0} and {1}", a.id, b.id)}`,
    "",
    ...table(
      ["", a.id, b.id],
      figures.map(([name, of]) => [name, of(a), of(b)]),
    ),
    ...difference(a, b),
    "",
    `## ${vscode.l10n.t("Settings that differ")}`,
    "",
    ...(differing.length === 0
      ? [vscode.l10n.t("None.")]
      : table([vscode.l10n.t("setting"), a.id, b.id], differing)),
    "",
  ].join("\n");
}

function difference(a: RunRecord, b: RunRecord): string[] {
  if (a.uar === undefined || b.uar === undefined) return [];
  const points = ((b.uar - a.uar) * 100).toFixed(1);
  const change = vscode.l10n.t("{0} has {1} points UAR.", b.id, `${Number(points) >= 0 ? "+" : ""}${points}`);
  const caution = vscode.l10n.t(
    "One run each shows no effect: it takes several seeds (`aen.ablate`) to tell it from chance.",
  );
  return ["", `${change} ${caution}`];
}

function rate(value: number | undefined): string {
  return value === undefined ? "–" : percent(value);
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
