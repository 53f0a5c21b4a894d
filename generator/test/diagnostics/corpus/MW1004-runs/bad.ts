export const limit = 3;

export function twice(count: number): number {
  return count * 2;
}
