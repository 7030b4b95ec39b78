/** Prints a row of the engine's benchmark as a JSON line, numbers to four digits. */
export function row(values: object): void {
  console.log(
    JSON.stringify({ bench: "engine", ...values }, (_, value: unknown) =>
      typeof value === "number" ? Number(value.toPrecision(4)) : value,
    ),
  );
}
