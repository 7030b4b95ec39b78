import type { ExerciseAction } from "../../../kernel/exercises/exerciseLine.js";
import { exerciseTexts, languageFor } from "../../../kernel/exercises/exerciseTexts.js";
import type { LabModules, Plugin, SessionDialogs } from "../jupyterlab.js";
import { leaveKeysToViews } from "../keys.js";
import { exerciseActions } from "./exerciseActions.js";
import { barClass } from "./exerciseBar.js";
import type { LessonPanel, LessonTracker, RunCells } from "./labNotebook.js";
import { LessonWatch } from "./lessonWatch.js";

/** The part of the application that commands need. */
interface Application {
  readonly commands: {
    addCommand(id: string, command: { readonly label: string; execute(): void }): unknown;
    addKeyBinding(binding: {
      readonly command: string;
      readonly keys: string[];
      readonly selector: string;
    }): unknown;
  };
}

interface Palette {
  addItem(item: { readonly command: string; readonly category: string }): unknown;
}

interface Translator {
  readonly languageCode: string;
}

/** Keys of commands, where no text is being written: Ctrl+Alt writes letters on some keyboards. */
const inCommandMode = ".jp-Notebook.jp-mod-commandMode:not(.jp-mod-readWrite)";
const keys: Partial<Record<ExerciseAction, string>> = { check: "Accel Alt C", hint: "Accel Alt H" };

/** The plugin that shows exercises of lessons in JupyterLab as such, with what can be done with them. */
export function exercisesPlugin(modules: LabModules): Plugin {
  const { INotebookTracker, NotebookActions } = modules["@jupyterlab/notebook"];
  const { ICommandPalette, ISessionContextDialogs, Notification } = modules["@jupyterlab/apputils"];
  return {
    id: "aen-notebook:exercises",
    description: "Shows exercises of AEN Notebook's lessons: state, check, hint, reset, solution.",
    autoStart: true,
    requires: [INotebookTracker, modules["@jupyterlab/translation"].ITranslator],
    optional: [ICommandPalette, ISessionContextDialogs],
    activate(
      app: Application,
      tracker: LessonTracker,
      translator: Translator,
      palette: Palette | null,
      dialogs: SessionDialogs | null,
    ) {
      leaveKeysToViews(barClass);
      const language = languageFor(translator.languageCode);
      const run: RunCells = (...given) => NotebookActions.runCells(...given, dialogs ?? undefined);
      const watches = new WeakMap<LessonPanel, LessonWatch>();
      const add = (panel: LessonPanel) => {
        const actions = exerciseActions(panel, run, language);
        const tell = (words: string) => void Notification.info(words, { autoClose: 6000 });
        watches.set(
          panel,
          new LessonWatch(panel, modules["@lumino/widgets"].Widget, language, actions, tell),
        );
      };
      tracker.forEach(add);
      tracker.widgetAdded.connect((_, panel) => add(panel));
      const inFront = () => (tracker.currentWidget ? watches.get(tracker.currentWidget) : undefined);
      addCommands(app, palette, inFront, exerciseTexts[language]);
    },
  };
}

function addCommands(
  { commands }: Application,
  palette: Palette | null,
  inFront: () => LessonWatch | undefined,
  texts: (typeof exerciseTexts)["en"],
): void {
  const add = (name: string, label: string, execute: () => void) => {
    commands.addCommand(`aen:${name}`, { label, execute });
    palette?.addItem({ command: `aen:${name}`, category: "AEN" });
  };
  for (const action of ["check", "hint", "reset", "showSolution"] as const) {
    add(`exercise-${action}`, texts.commands[action], () => inFront()?.actAtActiveCell(action));
    const key = keys[action];
    if (key)
      commands.addKeyBinding({ command: `aen:exercise-${action}`, keys: [key], selector: inCommandMode });
  }
  add("lesson-restore", texts.commands.restore, () => inFront()?.restore());
}
