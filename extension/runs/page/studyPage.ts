import * as vscode from "vscode";
import type { ClipPrediction } from "../../../kernel/contracts/clipPrediction.js";
import type { PagePart, PageSection, RecordPage } from "../../../kernel/contracts/recordPage.js";
import type { ArmPayload, EstimatePayload } from "../../../kernel/contracts/payloads/ablationBoard.js";
import { readPredictions } from "../recordedFiles.js";
import { studyName } from "../runNames.js";
import { runFolderOf, type StudyPlanFile, type StudyRecord } from "../studyRecord.js";
import { rateWithInterval } from "./figuresTable.js";
import { notesForm } from "./notesWords.js";
import { originSection, text } from "./originSection.js";
import { pageAction } from "./pageActions.js";

/** The predictions of all finished runs of each arm, for the matrices of the board. */
export function readArmPredictions(study: StudyRecord): Promise<ClipPrediction[][]> {
  const arms = study.board?.arms ?? [];
  const tasks = Array.isArray(study.plan.runs) ? study.plan.runs : [];
  return Promise.all(
    arms.map(async (_, arm) => {
      const folders = tasks.filter((task) => task.arm === arm).map(({ run }) => runFolderOf(study, run));
      return (await Promise.all(folders.map(readPredictions))).flat();
    }),
  );
}

/** The page of a study: verdicts, board, arms and where it came from. */
export function studyPage(
  study: StudyRecord,
  predictions: readonly (readonly ClipPrediction[])[],
): RecordPage {
  const { board, plan } = study;
  const seeds = Array.isArray(plan.seeds) ? plan.seeds.length : 0;
  return {
    title: studyName(study),
    subtitle: [
      study.id,
      vscode.l10n.t("{0} arms", plan.arms?.length ?? 0),
      vscode.l10n.t("{0} seeds", seeds),
      board ? finishedText(board.arms) : vscode.l10n.t("no run has finished"),
    ].join(" · "),
    actions: (["runAgain", "compare", "export", "delete", "text"] as const).map(pageAction),
    notes: notesForm(study.notes),
    sections: [
      verdictSection(study),
      ...(board
        ? [
            {
              heading: vscode.l10n.t("Board"),
              parts: [{ part: "view", source: { draws: "ablation-board", payload: board, predictions } }],
            } satisfies PageSection,
          ]
        : []),
      armSection(study),
      originSection(plan.cell),
    ],
  };
}

function finishedText(arms: readonly ArmPayload[]): string {
  const runs = arms.flatMap((arm) => arm.runs);
  const finished = runs.filter(({ state }) => state === "finished").length;
  return vscode.l10n.t("{0} of {1} runs finished", finished, runs.length);
}

/** What could be shown against the base, in the board's own sentences. */
function verdictSection({ board }: StudyRecord): PageSection {
  const heading = vscode.l10n.t("Which arm differs from the base");
  if (!board) {
    const sentence = vscode.l10n.t(
      "Nothing is known yet: the study writes its results when a run has finished.",
    );
    return { heading, parts: [text(sentence)] };
  }
  const rows = board.arms.map((arm, index) => [
    arm.name,
    estimate(arm.uar),
    index === 0 ? vscode.l10n.t("the base") : (arm.effect?.verdict ?? "–"),
  ]);
  const columns = [
    vscode.l10n.t("arm"),
    vscode.l10n.t("UAR (95 % interval)"),
    vscode.l10n.t("against the base"),
  ];
  const warnings = (board.warnings ?? []).map((sentence): PagePart => text(sentence));
  return { heading, parts: [{ part: "table", columns, rows }, ...warnings] };
}

function estimate(figure: EstimatePayload | undefined): string {
  if (typeof figure?.value !== "number") return "–";
  return rateWithInterval(figure.value, figure.low, figure.high);
}

/** The weights and settings of each arm. */
function armSection({ plan }: StudyRecord): PageSection {
  const arms: NonNullable<StudyPlanFile["arms"]> = Array.isArray(plan.arms) ? plan.arms : [];
  const terms = [...new Set(arms.flatMap((arm) => (arm.terms ?? []).map(({ name }) => name)))];
  const rows = arms.map((arm) => [
    arm.name,
    ...terms.map((term) => String(arm.terms?.find(({ name }) => name === term)?.weight ?? "–")),
    (arm.settings ?? []).join(", ") || "–",
  ]);
  const columns = [vscode.l10n.t("arm"), ...terms, vscode.l10n.t("other settings")];
  return {
    heading: vscode.l10n.t("Weights and settings of the arms"),
    parts: [{ part: "table", columns, rows }],
  };
}
