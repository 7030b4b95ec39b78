import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { quirks, type PresetReason } from "./quirks.js";

/** The table of options, with its own display. */
export class PresetReasons implements Displayable {
  constructor(readonly rows: readonly PresetReason[]) {}

  /** The rows where the two presets differ. */
  get differences(): PresetReason[] {
    return this.rows.filter(({ options }) => options.length > 0);
  }

  /** The rows for one quirk. @param number as in SPEC.md, section 8 */
  ofQuirk(number: number): PresetReason[] {
    return this.rows.filter(({ quirk }) => quirk === number);
  }

  toString(): string {
    return this.rows.map(rowText).join("\n\n");
  }

  [displayMethod](): MimeBundle {
    const heading = ["quirk", "published", "recommended", "why", "options"];
    const body = this.rows.map(({ quirk, published, recommended, why, options }) => {
      const names = options.map((option) => `\`${option}\``).join(", ");
      return [quirk === null ? "–" : String(quirk), published, recommended, why, names || "–"];
    });
    const lines = [heading, heading.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`);
    return { "text/markdown": lines.join("\n"), "text/plain": this.toString() };
  }
}

function rowText({ quirk, published, recommended, why, options }: PresetReason): string {
  const title = quirk === null ? "No quirk" : `Quirk ${quirk}`;
  const head = options.length > 0 ? `${title} (${options.join(", ")})` : title;
  return `${head}\n  published:   ${published}\n  recommended: ${recommended}\n  why:         ${why}`;
}

/**
 * Every quirk of the published code (SPEC.md, section 8), with what the presets "published" and "recommended" do
 * and why, plus every other difference between the two. "small" and "tiny" follow "recommended".
 */
export const presetReasons = new PresetReasons(quirks);
