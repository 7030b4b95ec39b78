import { fewPeople } from "../metrics/people.js";
import { worded } from "../words/words.js";

/**
 * Over whom intervals are, in a sentence; below ten people with a warning.
 * @param nameless how many of the people are clips that name no one
 */
export function peopleSentence(people: number | null, nameless = 0): string {
  if (people === null) return worded("Intervals: each clip counted as another person's.");
  if (people === 1) return worded("Intervals: 1 person, who says nothing about others.");
  if (nameless > 0) return namelessSentence(people, nameless);
  return people < fewPeople
    ? worded("Intervals: over {0} people; below ten, they are wide and uncertain.", people)
    : worded("Intervals: over {0} people.", people);
}

function namelessSentence(people: number, nameless: number): string {
  const clips = nameless === 1 ? worded("a clip that names no one") : worded("clips that name no one");
  return people < fewPeople
    ? worded("Intervals: over {0} people, {1} of them {2}; below ten: wide.", people, nameless, clips)
    : worded("Intervals: over {0} people, {1} of them {2}.", people, nameless, clips);
}
