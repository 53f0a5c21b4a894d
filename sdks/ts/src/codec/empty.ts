/** What an `OmitEmpty` member leaves out: zero, false, empty text, bytes, lists and maps. */
export function isEmpty(value: unknown): boolean {
  if (typeof value !== "object" || value === null)
    return value === 0 || value === 0n || value === "" || value === false;
  return ("length" in value && value.length === 0) || (value instanceof Map && value.size === 0);
}
