import { displayMethod, type Displayable, type MimeBundle } from "../views/mimeBundle.js";
import { quirks } from "./quirks.js";

/** One choice in which the published code is peculiar, and what the presets do about it. */
export interface PresetReason {
  /** The number in SPEC.md, section 8; null for a difference that is no quirk but a matter of scale. */
  readonly quirk: number | null;
  /**
   * The options that differ between the presets for this reason: `model.` those of {@link ModelConfiguration},
   * `loss.` of {@link LossOptions}, `training.` of {@link TrainOptions}. Empty where both presets do the same.
   */
  readonly options: readonly string[];
  /** What the preset "published" does. */
  readonly published: string;
  /** What the preset "recommended" does. */
  readonly recommended: string;
  readonly why: string;
}

/** The table of choices; shows itself. */
export class PresetReasons implements Displayable {
  constructor(readonly rows: readonly PresetReason[]) {}

  /** The rows in which the two presets differ. */
  get differences(): PresetReason[] {
    return this.rows.filter(({ options }) => options.length > 0);
  }

  /** The rows of one quirk. @param number as in SPEC.md, section 8 */
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
 * Every quirk of the published code (SPEC.md, section 8) with what the presets "published" and "recommended" do
 * and why; also each difference between the two that is no quirk. "small" and "tiny" choose as "recommended".
 */
export const presetReasons = new PresetReasons(quirks);
