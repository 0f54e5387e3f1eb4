/** Prints what was measured beside what was promised. */
export function printTable(rows) {
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log('');
  for (const { what, value, unit, budget } of rows) {
    const measured = value < 10 ? value.toFixed(2) : value.toFixed(0);
    console.log(
      `  ${value <= budget ? '✔' : '✖'} ${what.padEnd(
        width,
      )}  ${measured.padStart(7)} ${unit.padEnd(2)}  budget ${budget} ${unit}`,
    );
  }
}
