/** Advice, never a limit: a count beside what a good text needs. */
export function lengthAdvice(count: number, { min, max }: { min: number; max: number }): string {
  const words = count === 1 ? '1 word' : `${count} words`;
  if (count === 0) return `${min} to ${max} words are a good length`;
  if (count < min) return `${words}; ${min} to ${max} are a good length`;
  return count > max ? `${words}; what could go? ${max} are enough` : `${words}, a good length`;
}
