const DAY_MS = 86_400_000;

/** How many days have passed since a day, such as `2026-11-24`; fewer than 0 before it. */
export function daysSince(day: string, nowMs = Date.now()): number {
  return Math.floor((nowMs - Date.parse(day)) / DAY_MS);
}

/** The same text with every date in it so many days later, whatever time stands behind it. */
export function shiftDates(text: string, days: number): string {
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}(?![\w.-]*\.yml)/g, (date) => {
    const ms = Date.parse(date);
    return Number.isNaN(ms) ? date : new Date(ms + days * DAY_MS).toISOString().slice(0, 10);
  });
}
