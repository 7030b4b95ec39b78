/**
 * Refuses arms that nothing tells from the base or from each other: their runs would be the same runs.
 * @param names of the arms, the base first
 * @param runs the name of a run of each arm: the same for arms of the same settings
 * @throws RangeError that names the arms
 */
export function requireDifferentArms(names: readonly string[], runs: readonly string[]): void {
  runs.forEach((run, arm) => {
    const first = runs.indexOf(run);
    if (first === arm) return;
    throw new RangeError(
      first === 0
        ? `The arm "${names[arm]}" is the base itself: what it changes is as in the base. Change something, or leave it out.`
        : `The arms "${names[first]}" and "${names[arm]}" are the same. Change one, or leave it out.`,
    );
  });
}
