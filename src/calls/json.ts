/** A JSON object from outside: every value is unknown until a guard accepts it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Returns whether a value parsed from JSON is an object with named members. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
