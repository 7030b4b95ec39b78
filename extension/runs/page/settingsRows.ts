/** Names of a record that are no settings: they differ between any two runs. */
const noSettings = ["id", "started", "cell", "changes", "state", "circumstances", "curve", "clips"];

/** A record's settings by name, such as "plan.optimizer.kind"; texts are on one line and shortened. */
export function settingsOf(record: Readonly<Record<string, unknown>>): Map<string, string> {
  const settings = Object.entries(record).filter(([name]) => !noSettings.includes(name));
  return flat(Object.fromEntries(settings));
}

/** Every setting that is not the same in all records: its name, then its value in each, "–" where it has none. */
export function differingSettings(records: readonly Readonly<Record<string, unknown>>[]): string[][] {
  const all = records.map(settingsOf);
  const names = [...new Set(all.flatMap((settings) => [...settings.keys()]))].sort();
  return names
    .map((name) => [name, ...all.map((settings) => settings.get(name) ?? "–")])
    .filter(([, ...values]) => new Set(values).size > 1);
}

/** A value of a record for a table. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return shortened(typeof value === "string" ? value : JSON.stringify(value));
}

function flat(value: unknown, name = "", into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value) && value.length > 0 && value.every(isTerm))
    for (const term of value) into.set(`${name}.${term.name}`, termText(term));
  else if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) flat(inner, name ? `${name}.${key}` : key, into);
  else into.set(name, shortened(typeof value === "string" ? value : JSON.stringify(value)));
  return into;
}

/** A loss term as a record has it. */
interface Term {
  readonly name: string;
  readonly weight: unknown;
  readonly fingerprint?: unknown;
  readonly made?: { readonly choices?: unknown };
}

/** A loss term is compared by its name, wherever it stands in the list. */
function isTerm(value: unknown): value is Term {
  return typeof value === "object" && value !== null && "name" in value && "weight" in value;
}

/** The weight; then the choices of a term of AEN, or what tells the code of a term of one's own from another. */
function termText({ weight, made, fingerprint }: Term): string {
  const shown = `${JSON.stringify(weight)}`;
  if (made?.choices) return shortened(`${shown} ${JSON.stringify(made.choices)}`);
  return typeof fingerprint === "string" ? `${shown} (${fingerprint.slice(0, 8)})` : shown;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}
