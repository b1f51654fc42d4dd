/** Prints rows as a Markdown table, so that a run can be pasted into the documentation. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => String(row[column] ?? '')));
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  console.log(`\n### ${title}\n`);
  console.log(line(columns));
  console.log(line(columns.map(() => '---')));
  for (const row of cells) {
    console.log(line(row));
  }
}
