import type { ClipScores } from "../contracts/clipScores.js";
import type { Grouping } from "../contracts/labels.js";
import { predictedEmotion } from "./fusion.js";
import { type CountedClips, nameClips, nameSentiments, type NamedClips } from "./namedClips.js";
import { peopleOf } from "./people.js";
import { groupOfEmotion } from "./sentiment.js";

/** The clips of one group of people, e.g. of women. */
export interface ClipsOfGroup {
  readonly group: string;
  /** Its counted clips. */
  readonly all: NamedClips;
  /** Those of the emotions that every group has clips of. */
  readonly shared: CountedClips;
  /** Those of the sentiments that every group has clips of, with the sentiment head's answers. */
  readonly sharedSentiments: CountedClips;
  /** The answers to the clips of `shared`. */
  readonly answers: readonly GroupAnswer[];
  /** How many people the clips of `all` show; null where none names them. */
  readonly count: number | null;
  /** Emotions of other groups' clips of which this one has none, as indices. */
  readonly missing: readonly number[];
}

/** The answer to one clip of a group. */
export interface GroupAnswer {
  /** Numbered from 0 over all groups; a clip that names no one shows a person of its own. */
  readonly person: number;
  readonly truth: number;
  readonly named: number;
}

/** Clips told apart by group, by its name. */
export interface ClipsByGroup {
  readonly groups: readonly ClipsOfGroup[];
  /** The emotions that every group has clips of, as indices, ascending: those that groups are compared on. */
  readonly classes: readonly number[];
  /** Labelled clips with finite scores that name no group. */
  readonly ungrouped: number;
}

/**
 * Labelled clips with finite scores by group. Groups are compared on the emotions that each has clips of.
 * @param groupOf of each clip, `[clips]`; undefined for one that names no group
 */
export function clipsByGroup(
  clips: readonly ClipScores[],
  groupOf: readonly (string | undefined)[],
  labels: Grouping,
  beta: number,
): ClipsByGroup {
  const counted = clips
    .map((scores, clip) => ({ scores, group: groupOf[clip] }))
    .filter(({ scores }) => scores.label !== null && predictedEmotion(scores, beta) >= 0);
  const grouped = counted.filter((clip): clip is Omit<GroupedClip, "person"> => clip.group !== undefined);
  const { people } = peopleOf(grouped.map(({ scores }) => scores));
  const known = grouped.map((clip, at) => ({ ...clip, person: people[at] }));
  const names = [...new Set(known.map(({ group }) => group))].sort((a, b) => a.localeCompare(b, "en"));
  const members = names.map((name) => known.filter(({ group }) => group === name));
  const classes = commonTo(members, ({ scores }) => scores.label!);
  const sentiments = commonTo(members, (clip) => sentimentOf(clip, labels));
  return {
    groups: members.map((some) => clipsOfGroup(some, known, { classes, sentiments, labels, beta })),
    classes,
    ungrouped: counted.length - grouped.length,
  };
}

interface GroupedClip {
  readonly scores: ClipScores;
  readonly group: string;
  readonly person: number;
}

interface Compared {
  readonly classes: readonly number[];
  readonly sentiments: readonly number[];
  readonly labels: Grouping;
  readonly beta: number;
}

function clipsOfGroup(
  members: readonly GroupedClip[],
  everyone: readonly GroupedClip[],
  { classes, sentiments, labels, beta }: Compared,
): ClipsOfGroup {
  const scores = members.map((clip) => clip.scores);
  const shared = members.filter((clip) => classes.includes(clip.scores.label!));
  const felt = members.filter((clip) => sentiments.includes(sentimentOf(clip, labels)));
  const own = new Set(scores.map(({ label }) => label!));
  const others = new Set(everyone.map((clip) => clip.scores.label!));
  return {
    group: members[0].group,
    all: nameClips(scores, labels, beta),
    shared: nameClips(
      shared.map((clip) => clip.scores),
      labels,
      beta,
    ),
    sharedSentiments: nameSentiments(
      felt.map((clip) => clip.scores),
      labels,
      beta,
      "head",
    ),
    answers: shared.map(({ person, scores: given }) => ({
      ...{ person, truth: given.label!, named: predictedEmotion(given, beta) },
    })),
    count: peopleOf(scores).count,
    missing: [...others].filter((label) => !own.has(label)).sort((a, b) => a - b),
  };
}

function sentimentOf({ scores }: Pick<GroupedClip, "scores">, { groups }: Grouping): number {
  return groupOfEmotion(groups, scores.label!);
}

/** The classes that occur in every group, ascending. */
function commonTo(
  members: readonly (readonly GroupedClip[])[],
  classOf: (clip: GroupedClip) => number,
): number[] {
  const occurring = members.map((clips) => new Set(clips.map(classOf)));
  return [...(occurring[0] ?? [])]
    .filter((each) => occurring.every((classes) => classes.has(each)))
    .sort((a, b) => a - b);
}
