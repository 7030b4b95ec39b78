const keys = new Set([
  ...["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
  ...["Home", "End", "PageUp", "PageDown", "Enter", " "],
]);
const controls = "button, input, select, summary, a[href], [role=button], [role=slider]";
const fields = "input, select, textarea";

/** Whether a key that was pressed operates a control of a view. Shortcuts with Ctrl, Alt or Meta never do. */
export function isOwnKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, altKey, metaKey } = event;
  const [target] = event.composedPath();
  if (ctrlKey || altKey || metaKey || !(target instanceof Element)) return false;
  if (keys.has(key)) return target.closest(controls) !== null;
  return isTyped(key) && target.matches(fields);
}

function isTyped(key: string): boolean {
  return key.length === 1 || key === "Backspace" || key === "Delete";
}

/**
 * Keeps keys that operate a view's controls from reaching the surrounding page. VS Code also applies every key pressed
 * in an output to the notebook: Home on a slider would jump to the first cell, Enter on a button would start editing a
 * cell, and two letters d typed into a field would delete one.
 */
export function keepOwnKeys(root: ShadowRoot): void {
  root.addEventListener("keydown", (event) => {
    if (isOwnKey(event as KeyboardEvent)) event.stopPropagation();
  });
}
