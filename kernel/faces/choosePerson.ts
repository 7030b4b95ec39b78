import type { PersonChoice } from "../contracts/personChoice.js";
import { DataError } from "../files/dataError.js";
import type { Person } from "./people.js";

/** Passers-by are not chosen by place: seen in a smaller share of frames, or of a smaller share of the width, than others. */
const leastShare = 0.25;
/** From this share of the first's prominence on, a second person could be meant as well. */
const alike = 2 / 3;
/** People whose places differ by less than this share of the picture's width may change them. */
const apart = 0.1;

/** The person who was chosen, and what the user has to know of that, as sentences. */
export interface ChosenPerson {
  readonly person: Person;
  readonly remarks: readonly string[];
}

/**
 * Chooses one of a video's people.
 * @param people the most prominent first, at least one
 * @param choice undefined for the most prominent, with a remark where somebody else is about as prominent
 * @param file for messages
 * @throws DataError when nobody has that number, or nobody is on that side of the picture
 */
export function choosePerson(
  people: readonly Person[],
  choice: PersonChoice | undefined,
  file: string,
): ChosenPerson {
  if (choice === undefined) return { person: people[0], remarks: rivalRemark(people) };
  if (choice === "largest") return { person: people[0], remarks: [] };
  if (typeof choice === "number") return { person: numbered(people, choice, file), remarks: [] };
  return byPlace(people, choice, file);
}

function rivalRemark([first, second]: readonly Person[]): string[] {
  if (second === undefined || second.prominence < alike * first.prominence) return [];
  return [
    `two people are about as prominent, ${whereText(first)} and ${whereText(second)}; the first was taken. Say which: person: "left", ` +
      '"right", "central" or a number, as an option --person. aen.clips.people shows who is there.',
  ];
}

function numbered(people: readonly Person[], choice: number, file: string): Person {
  const person = people[choice - 1];
  if (person) return person;
  const has = people.length === 1 ? "one person" : `${people.length} people`;
  throw new DataError(
    `it shows ${has}, so there is no person ${choice}. aen.clips.people shows who is there.`,
    { file },
  );
}

function byPlace(
  people: readonly Person[],
  choice: Exclude<PersonChoice, number>,
  file: string,
): ChosenPerson {
  const lasting = lastingPeople(people);
  const rank = {
    largest: () => 0,
    central: ({ place }: Person) => Math.hypot(place.x - 0.5, place.y - 0.5),
    left: ({ place }: Person) => place.x,
    right: ({ place }: Person) => -place.x,
  }[choice];
  const [person, next] = [...lasting].sort((a, b) => rank(a) - rank(b));
  const isThere = choice === "central" || (choice === "left" ? person.place.x < 0.5 : person.place.x > 0.5);
  if (!isThere && lasting.length === 1) throw nobodyThere(person, choice, file);
  return { person, remarks: next && rank(next) - rank(person) < apart ? [changeRemark(choice)] : [] };
}

function lastingPeople(people: readonly Person[]): Person[] {
  const longest = Math.max(...people.map(({ faces }) => faces.length));
  const widest = Math.max(...people.map(({ width }) => width));
  const lasting = people.filter(
    ({ faces, width }) => faces.length >= leastShare * longest && width >= leastShare * widest,
  );
  return lasting.length > 0 ? lasting : [people[0]];
}

function nobodyThere(person: Person, choice: string, file: string): DataError {
  const text = `nobody is on the ${choice} of the picture: the only person is ${whereText(person)}`;
  return new DataError(`${text}. Choose person: "largest", or leave the video out.`, { file });
}

function changeRemark(choice: string): string {
  const where = choice === "central" ? "equally near to the middle" : `equally far to the ${choice}`;
  return `two people are on average about ${where}, as where they change places. Check who was taken, or choose by number.`;
}

/** "person 2 at 73 % of the width". */
function whereText({ number, place }: Person): string {
  return `person ${number} at ${Math.round(100 * place.x)} % of the width`;
}
