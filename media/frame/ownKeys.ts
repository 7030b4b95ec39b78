const keys = new Set([
  ...["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
  ...["Home", "End", "PageUp", "PageDown", "Enter", " "],
]);
const controls = "button, input, select, summary, a[href], [role=button], [role=slider]";

/**
 * Keeps keys that move or press a control of a view from the page around it: VS Code takes every key of its outputs
 * for the notebook's too, and would go to the first cell when a slider hears Home, or into a cell when a button
 * hears Enter. Shortcuts with Ctrl, Alt or Meta still reach it.
 */
export function keepOwnKeys(root: ShadowRoot): void {
  root.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
    if (ctrlKey || altKey || metaKey || !keys.has(key)) return;
    if (target instanceof Element && target.closest(controls)) event.stopPropagation();
  });
}
