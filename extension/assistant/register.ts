import * as vscode from "vscode";
import { runCli } from "../commands/runCli.js";
import { Disposables } from "../disposables.js";
import { readRunDetails } from "../runs/page/runPage.js";
import type { RunRecord } from "../runs/runRecord.js";
import type { RunsView } from "../runs/runsView.js";
import { runFilter } from "../runs/tree/runFilter.js";
import { type RunSort, sortRuns } from "../runs/tree/runSort.js";
import { figuresOnly } from "./figuresOnly.js";
import {
  type AblationInput,
  ablationCode,
  type CellInput,
  meantCell,
  runCell,
  startAblation,
} from "./notebookTools.js";
import { dataTable, listedRun, runFigures, studyVerdicts } from "./recordedFigures.js";

/** A tool: what it gives, and what the user is asked before it does something. */
interface Tool<Input> {
  give(input: Input): Promise<unknown>;
  ask?(input: Input): { title: string; message: string };
}

interface ListInput {
  readonly filter?: string;
  readonly sort?: RunSort;
  readonly most?: number;
}

/**
 * The tools for language models in VS Code, while the setting `aen.languageModelTools` is on: figures of the records,
 * never frames, names of people or paths; and, after the user's confirmation, running a cell or an ablation. Nothing is
 * sent by us: what a tool gives goes to the assistant that the user has asked.
 */
export function registerAssistant(runs: RunsView, extensionPath: string): vscode.Disposable {
  const owned = new Disposables();
  let registered: Disposables | undefined;
  const follow = () => {
    const wanted = vscode.workspace.getConfiguration("aen").get<boolean>("languageModelTools", false);
    if (wanted === (registered !== undefined)) return;
    registered?.dispose();
    registered = wanted ? registerAll(toolsOf(runs, extensionPath)) : undefined;
  };
  follow();
  owned.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("aen.languageModelTools")) follow();
    }),
  );
  owned.add({ dispose: () => registered?.dispose() });
  return owned;
}

function toolsOf(view: RunsView, extensionPath: string): Readonly<Record<string, Tool<never>>> {
  const found = async ({ run }: { run: string }) => {
    const record = (await view.runs()).find(({ id }) => id === run);
    if (!record) throw new Error(`There is no run "${run}". List the runs first.`);
    return record;
  };
  const ofRun = (
    give: (record: RunRecord, details: Awaited<ReturnType<typeof readRunDetails>>) => object,
  ) => ({
    give: async (input: { run: string }) => {
      const record = await found(input);
      return give(record, await readRunDetails(record));
    },
  });
  return {
    aen_list_runs: { give: async (input: ListInput) => listed(await view.runs(), input) },
    aen_run_figures: ofRun(runFigures),
    aen_data_table: ofRun(dataTable),
    aen_study_verdicts: { give: async ({ study }: { study?: string }) => verdicts(view, study) },
    aen_doctor: { give: () => doctor(extensionPath) },
    aen_run_cell: { give: runCell, ask: askForCell },
    aen_start_ablation: { give: startAblation, ask: askForAblation },
  };
}

function listed(runs: readonly RunRecord[], { filter = "", sort = "newest", most = 50 }: ListInput): object {
  const all = sortRuns(runs.filter(runFilter(filter)), sort);
  return { found: all.length, runs: all.slice(0, Math.min(most, 200)).map(listedRun) };
}

async function verdicts(view: RunsView, wanted: string | undefined): Promise<object> {
  const studies = await view.studies();
  const meant = wanted === undefined ? studies : studies.filter(({ id }) => id === wanted);
  if (wanted !== undefined && meant.length === 0) throw new Error(`There is no study "${wanted}".`);
  return { studies: meant.slice(0, 20).map(studyVerdicts) };
}

/** What the doctor has checked and whether it is there; its details hold paths. */
async function doctor(extensionPath: string): Promise<object> {
  const { stdout } = await runCli(extensionPath, ["doctor", "--json"]);
  const findings = JSON.parse(stdout) as { subject: string; state: string }[];
  return findings.map(({ subject, state }) => ({ subject, state }));
}

function askForCell(input: CellInput): { title: string; message: string } {
  const code = meantCell(input).cell.document.getText();
  return { title: vscode.l10n.t("Run cell {0}?", input.cell), message: fenced(code) };
}

function askForAblation(input: AblationInput): { title: string; message: string } {
  return { title: vscode.l10n.t("Start this ablation in a new cell?"), message: fenced(ablationCode(input)) };
}

function fenced(code: string): string {
  const fence = "`".repeat(Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1);
  return `${fence}ts\n${code}\n${fence}`;
}

function registerAll(tools: Readonly<Record<string, Tool<never>>>): Disposables {
  const owned = new Disposables();
  for (const [name, { give, ask }] of Object.entries(tools))
    owned.add(
      vscode.lm.registerTool<never>(name, {
        prepareInvocation: ({ input }) => {
          if (!ask) return undefined;
          const { title, message } = ask(input);
          return { confirmationMessages: { title, message: new vscode.MarkdownString(message) } };
        },
        invoke: async ({ input }) => {
          const text = JSON.stringify(figuresOnly(await give(input)));
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
        },
      }),
    );
  return owned;
}
