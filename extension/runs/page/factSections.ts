import * as vscode from "vscode";
import type { PageSection } from "../../../kernel/contracts/recordPage.js";
import type { RunEvent } from "../../../kernel/contracts/runs/runEvents.js";
import type { RunRecord } from "../runRecord.js";
import { text } from "./originSection.js";
import { shownValue } from "./settingsRows.js";

/** Which clips a run was trained and validated on, and where they came from. */
export function dataSection({ settings }: RunRecord): PageSection {
  const { train, validate, stills, test } = (settings.data ?? {}) as Readonly<Record<string, unknown>>;
  const rows = [
    ...clipRows(vscode.l10n.t("training clips"), train),
    ...clipRows(vscode.l10n.t("validation clips"), validate),
    ...clipRows(vscode.l10n.t("test clips"), test),
    ...clipRows(vscode.l10n.t("stills of the pretraining"), stills),
  ];
  const heading = vscode.l10n.t("Data");
  if (rows.length === 0) return { heading, parts: [text(vscode.l10n.t("The record names no clips."))] };
  return { heading, parts: [{ part: "table", columns: [], rows }] };
}

/** A set of clips in a record: its number of clips, its source, and the start of its hash; or its hash alone. */
function clipRows(label: string, set: unknown): string[][] {
  if (typeof set === "string") return [[label, vscode.l10n.t("hash {0}", set.slice(0, 12))]];
  if (typeof set !== "object" || set === null) return [];
  const { clips, hash, dataset, origin } = set as Readonly<Record<string, unknown>>;
  const { name } = (dataset ?? {}) as { name?: unknown };
  const { made } = (origin ?? {}) as { made?: unknown };
  const parts = [
    vscode.l10n.t("{0} clips", shownValue(clips)),
    typeof name === "string" ? name : typeof made === "string" ? made : undefined,
    typeof hash === "string" ? vscode.l10n.t("hash {0}", hash.slice(0, 12)) : undefined,
  ];
  return [[label, parts.filter((part) => part !== undefined).join(" · ")]];
}

/** What it ran on and with which versions. */
export function machineSection(run: RunRecord): PageSection {
  const { machine, versions, git, plan, threads, circumstances } = run.settings as Readonly<
    Record<string, Readonly<Record<string, unknown>> | undefined>
  >;
  const { processor } = (circumstances ?? {}) as { processor?: unknown };
  const { commit, changed } = (git ?? {}) as { commit?: unknown; changed?: unknown };
  const named = Object.entries(versions ?? {}).map(([name, version]) => `${name} ${shownValue(version)}`);
  const rows: [string, unknown][] = [
    [vscode.l10n.t("device"), run.device],
    [vscode.l10n.t("threads"), plan?.threads ?? threads],
    [vscode.l10n.t("processors"), machine?.processors ?? processor],
    [
      vscode.l10n.t("memory"),
      machine?.memoryGiB === undefined ? undefined : `${shownValue(machine.memoryGiB)} GiB`,
    ],
    [vscode.l10n.t("system"), machine?.platform],
    [vscode.l10n.t("versions"), named.length > 0 ? named.join(", ") : undefined],
    [
      vscode.l10n.t("commit"),
      typeof commit === "string"
        ? changed === true
          ? vscode.l10n.t("{0}, with changes", commit.slice(0, 12))
          : commit.slice(0, 12)
        : undefined,
    ],
  ];
  const known = rows.filter(([, value]) => value !== undefined && value !== null);
  return {
    heading: vscode.l10n.t("Device and versions"),
    parts: [{ part: "table", columns: [], rows: known.map(([name, value]) => [name, shownValue(value)]) }],
  };
}

/** What the run warned of, and why it failed. */
export function remarksSection(run: RunRecord, events: readonly RunEvent[]): PageSection[] {
  const warnings = events.flatMap((event) => (event.type === "warning" ? [event.message] : []));
  const end = events.findLast((event) => event.type === "end");
  const failed = run.settings.message ?? (end && "message" in end ? end.message : undefined);
  const said = [...(typeof failed === "string" ? [failed] : []), ...new Set(warnings)];
  if (said.length === 0) return [];
  return [{ heading: vscode.l10n.t("Remarks"), parts: said.map((sentence) => text(String(sentence))) }];
}
