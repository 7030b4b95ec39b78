import { existsSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { LossFamily } from "../../../kernel/aen/losses/lossFamily.js";
import {
  firstLossOptions,
  type LossOptions,
  publishedLoss,
  recommendedLoss,
} from "../../../kernel/aen/losses/lossOptions.js";
import { lossFamilies, lossTerms } from "../../../kernel/aen/losses/lossTerms.js";
import { presetReasons } from "../../../kernel/aen/model/presetReasons.js";
import { readFixture } from "../../parity/fixtures.js";
import { lossChoices } from "../../kernel/aen/losses/lossChoices.js";
import { missingOf, type Part } from "./files.js";

/**
 * What a family of loss terms lacks, a line each; nothing where it is whole.
 * @param choices the values of each option with which the tests try its terms
 */
export function missingFromLossFamily(
  name: string,
  family: LossFamily,
  choices: Readonly<Record<string, readonly unknown[]>> = lossChoices,
): string[] {
  const complete = { ...publishedLoss, ...family.complete };
  return missingOf(`loss terms "${name}"`, [
    [existsSync(`kernel/aen/losses/terms/${name}.ts`), `no file kernel/aen/losses/terms/${name}.ts`],
    [name in lossFamilies, "not in lossFamilies of kernel/aen/losses/lossTerms.ts"],
    ...family.options.flatMap((option) => [
      reasonPart(option),
      ...(isEmpty(family.published) ? ownOptionParts(option) : []),
      choicesPart(option, [publishedLoss, recommendedLoss, complete], choices[option] ?? []),
    ]),
    ...family
      .terms(complete)
      .flatMap((term) => [
        [/\w.+\.$/.test(term.description ?? ""), `no sentence that says what "${term.name}" does`] as const,
        [isItsOwn(term.name, name), `another family has a term "${term.name}"`] as const,
        ...(term.name in family.published
          ? [recordedPart(family.published[term.name])]
          : ownTermParts(name, term.name)),
      ]),
  ]);
}

/** Where the presets choose differently, quirks.ts says why. */
function reasonPart(option: keyof LossOptions): Part {
  const same = isDeepStrictEqual(publishedLoss[option], recommendedLoss[option]);
  const named = presetReasons.rows.some(({ options }) => options.includes(`loss.${option}`));
  return [same || named, `no reason in kernel/aen/model/quirks.ts why the presets differ in loss.${option}`];
}

/** An option of terms of ours came after the first version and has nothing to do with quirks of the published code. */
function ownOptionParts(option: keyof LossOptions): Part[] {
  const row = presetReasons.rows.find(({ options }) => options.includes(`loss.${option}`));
  return [
    [
      (row?.quirk ?? null) === null,
      `kernel/aen/model/quirks.ts has ${option} as quirk ${row?.quirk}, not null`,
    ],
    [
      !firstLossOptions.includes(option),
      `${option} is in firstLossOptions of kernel/aen/losses/lossOptions.ts, where no later option belongs`,
    ],
  ];
}

function isEmpty(published: LossFamily["published"]): boolean {
  return Object.keys(published).length === 0;
}

/** The tests try each option with its values in `needed` at least. */
function choicesPart(
  option: keyof LossOptions,
  needed: readonly LossOptions[],
  tried: readonly unknown[],
): Part {
  return [
    needed.every((options) => tried.some((value) => isDeepStrictEqual(value, options[option]))),
    `no values of ${option} in test/kernel/aen/losses/lossChoices.ts, or not those of both presets and of complete`,
  ];
}

function recordedPart(recorded: string): Part {
  const known = readFixture("small").trainLosses.every(({ terms }) => recorded in terms);
  return [known, `the published code recorded no "${recorded}" in test/parity/fixtures`];
}

/** A term of ours must not change the published loss, and no record of the published code tests it. */
function ownTermParts(family: string, term: string): Part[] {
  const test = `test/kernel/aen/losses/terms/${family}.test.ts`;
  return [
    [
      !lossTerms(publishedLoss).some(({ name }) => name === term),
      `publishedLoss does not leave "${term}" out`,
    ],
    [existsSync(test), `no test of "${term}" in ${test}`],
  ];
}

/** Whether no other family has a term of this name. */
function isItsOwn(term: string, family: string): boolean {
  const others = Object.entries<LossFamily>(lossFamilies).filter(([name]) => name !== family);
  return !others.some(([, { terms, complete }]) =>
    terms({ ...publishedLoss, ...complete }).some(({ name }) => name === term),
  );
}
