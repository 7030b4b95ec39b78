/** The languages that views speak. */
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** The language for a front end's own, such as "de-CH" or "de_AT": German for German, English for all others. */
export function languageFor(locale: string): Language {
  return /^de\b/i.test(locale.replace("_", "-")) ? "de" : "en";
}

/**
 * The language that a setting asks for.
 * @param setting of any kind: what is no language counts as "auto"
 * @param locale of the front end
 */
export function languageOf(setting: unknown, locale: string): Language {
  return languages.find((language) => language === setting) ?? languageFor(locale);
}
