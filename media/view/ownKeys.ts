const keys = new Set([
  ...["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
  ...["Home", "End", "PageUp", "PageDown", "Enter", " "],
]);
const controls = "button, input, select, summary, a[href], [role=button], [role=slider]";

/**
 * Keeps keys that operate a view's controls from reaching the surrounding page. VS Code also applies every key pressed
 * in an output to the notebook: Home on a slider would jump to the first cell, and Enter on a button would start
 * editing a cell. Shortcuts with Ctrl, Alt or Meta still reach it.
 */
export function keepOwnKeys(root: ShadowRoot): void {
  root.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
    if (ctrlKey || altKey || metaKey || !keys.has(key)) return;
    if (target instanceof Element && target.closest(controls)) event.stopPropagation();
  });
}
