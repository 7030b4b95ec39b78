import type { ActivationFunction } from "vscode-notebook-renderer";

type Draw = (element: HTMLElement, spec: unknown) => Promise<() => void>;

/** A VS Code notebook renderer of outputs that users' own cells make. A figure that cannot be drawn says why. */
export function activateGeneral(draw: Draw): ActivationFunction {
  return () => {
    const ends = new Map<string, () => void>();
    const dispose = (id: string) => {
      ends.get(id)?.();
      ends.delete(id);
    };
    return {
      async renderOutputItem(item, element) {
        dispose(item.id);
        try {
          ends.set(item.id, await draw(element, item.json()));
        } catch (error) {
          const sentence = document.createElement("p");
          sentence.textContent = `This figure cannot be drawn: ${error instanceof Error ? error.message : String(error)}`;
          element.replaceChildren(sentence);
        }
      },
      disposeOutputItem(id) {
        for (const one of id === undefined ? [...ends.keys()] : [id]) dispose(one);
      },
    };
  };
}
