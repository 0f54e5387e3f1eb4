/** Prints what was measured beside what was promised, where something was. */
export function printTable(title, rows) {
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`\n${title}`);
  for (const { what, value, unit, budget } of rows) {
    const measured = value < 10 ? value.toFixed(2) : value.toFixed(0);
    const promised = budget === undefined ? '' : `budget ${budget} ${unit}`;
    console.log(
      `  ${signOf(value, budget)} ${what.padEnd(width)}  ${measured.padStart(
        7,
      )} ${unit.padEnd(2)}  ${promised}`.trimEnd(),
    );
  }
}

function signOf(value, budget) {
  if (budget === undefined) return ' ';
  return value <= budget ? '✔' : '✖';
}
