import * as vscode from "vscode";
import { percent } from "../percent.js";
import type { RunRecord } from "./runRecord.js";
import { stateText } from "./stateText.js";

/** Two runs side by side: their figures, and every setting that differs. */
export interface RunComparison {
  readonly title: string;
  /** The runs' names, the columns of both tables. */
  readonly runs: readonly [string, string];
  /** Name, value of the first, value of the second. */
  readonly figures: readonly Row[];
  /** How much the second gains over the first, and what that does not show; null if either has no UAR. */
  readonly change: string | null;
  readonly settings: readonly Row[];
}

export type Row = readonly [name: string, first: string, second: string];

export function runComparison(a: RunRecord, b: RunRecord): RunComparison {
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
  return {
    title: vscode.l10n.t("{0} and {1}", a.id, b.id),
    runs: [a.id, b.id],
    figures: figures.map(([name, of]) => [name, of(a), of(b)]),
    change: change(a, b),
    settings: differences(flat(a.settings), flat(b.settings)).filter(([name]) => name !== "id"),
  };
}

function change(a: RunRecord, b: RunRecord): string | null {
  if (a.uar === undefined || b.uar === undefined) return null;
  const points = ((b.uar - a.uar) * 100).toFixed(1).replace("-", "−");
  const signed = b.uar >= a.uar ? `+${points}` : points;
  const caution = vscode.l10n.t(
    "One run each does not show an effect: it takes several seeds (aen.ablate) to tell it from chance.",
  );
  return `${vscode.l10n.t("{0} has {1} points UAR.", b.id, signed)} ${caution}`;
}

function rate(value: number | undefined): string {
  return value === undefined ? "–" : percent(value);
}

function differences(a: Map<string, string>, b: Map<string, string>): Row[] {
  const names = [...new Set([...a.keys(), ...b.keys()])].sort();
  return names
    .map((name): Row => [name, a.get(name) ?? "–", b.get(name) ?? "–"])
    .filter(([, left, right]) => left !== right);
}

function flat(value: unknown, name = "", into = new Map<string, string>()): Map<string, string> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) flat(inner, name ? `${name}.${key}` : key, into);
  else into.set(name, shortened(typeof value === "string" ? value : JSON.stringify(value)));
  return into;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}
