import assert from "node:assert/strict";
import type * as exercisesPlugin from "../../../../media/jupyterlab/exercises/exercisesPlugin.js";
import { modulePage } from "../../modulePage.js";

describe("the plugin for exercises in JupyterLab", () => {
  const inPage = modulePage().loading<typeof exercisesPlugin>("jupyterlab/exercises/exercisesPlugin");

  /** What an application of this language gets: services that are asked for, labels by command, keys, the palette's list. */
  const activated = (languageCode: string, withPalette = true) =>
    inPage(
      (page, [code, hasPalette]) => {
        const modules = {
          "@jupyterlab/notebook": { INotebookTracker: "tracker", NotebookActions: {} },
          "@jupyterlab/apputils": {
            ...{ ICommandPalette: "palette", ISessionContextDialogs: "dialogs", Notification: {} },
          },
          "@jupyterlab/translation": { ITranslator: "translator" },
          "@lumino/widgets": {},
        };
        const { requires, optional, activate } = page.exercisesPlugin(modules as never);
        const labels: Record<string, string> = {};
        const [keys, listed, waiting]: string[][] = [[], [], []];
        const commands = {
          addCommand: (id: string, { label }: { label: string }) => void (labels[id] = label),
          addKeyBinding: ({ command, keys: [key] }: { command: string; keys: string[] }) =>
            keys.push(`${command} ${key}`),
        };
        const widgetAdded = { connect: () => waiting.push("for notebooks") };
        const notebooks = { currentWidget: null, forEach: () => {}, widgetAdded };
        const palette = { addItem: ({ command }: { command: string }) => listed.push(command) };
        const services = [notebooks, { languageCode: code }, hasPalette ? palette : null, null];
        activate({ commands } as never, ...(services as never[]));
        return { services: [requires, optional], labels, keys, listed, waiting };
      },
      [languageCode, withPalette] as const,
    );

  it("asks for JupyterLab's own services, does without a palette, and waits for notebooks", async () => {
    const { services, listed, waiting } = await activated("en", false);
    assert.deepEqual(services, [
      ["tracker", "translator"],
      ["palette", "dialogs"],
    ]);
    assert.deepEqual([listed, waiting], [[], ["for notebooks"]]);
  });

  it("has a command for each action, in the application's language, and keys for the frequent ones", async () => {
    const { labels, keys, listed } = await activated("de-DE");
    assert.deepEqual(labels, {
      "aen:exercise-check": "Aufgabe prüfen",
      "aen:exercise-hint": "Hinweis zur Aufgabe zeigen",
      "aen:exercise-reset": "Aufgabe zurücksetzen",
      "aen:exercise-showSolution": "Lösung der Aufgabe zeigen",
      "aen:lesson-restore": "Gesperrte Zellen der Lektion wiederherstellen",
    });
    assert.deepEqual(keys, ["aen:exercise-check Accel Alt C", "aen:exercise-hint Accel Alt H"]);
    assert.deepEqual(listed, Object.keys(labels));
  });
});
