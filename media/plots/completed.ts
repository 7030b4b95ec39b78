type Settings = Readonly<Record<string, unknown>>;

/** A user's own settings, completed by those of the theme: also inside of groups such as the font or an axis. */
export function completed(theme: Settings, own: Settings = {}): Record<string, unknown> {
  const groups = Object.entries(theme).filter(([name]) => isGroup(theme[name]) && isGroup(own[name]));
  const both = groups.map(([name, group]) => [name, { ...(group as Settings), ...(own[name] as Settings) }]);
  return { ...theme, ...own, ...Object.fromEntries(both) };
}

function isGroup(value: unknown): value is Settings {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
