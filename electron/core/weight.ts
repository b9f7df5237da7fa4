// How much a call may hand over, whatever it asks for: looked at before any parser, so that a parser meets nothing endless. A
// call over the desktop's bridge has no body whose length could be read off.

/** Deeper than any statement; a call that holds itself is deeper than anything. */
const DEEPEST = 64
/** What a value weighs beside its own characters, about as it does in JSON. */
const EACH = 4

/** Whether a value is deeper than any call, or of more characters than `limit`. */
export function isTooHeavy(value: unknown, limit: number): boolean {
  let left = limit
  const isHeavy = (part: unknown, depth: number): boolean => {
    left -= typeof part === 'string' ? part.length + EACH : EACH
    if (left < 0 || depth > DEEPEST) return true
    if (typeof part !== 'object' || part === null) return false
    if (Array.isArray(part)) return part.some((one) => isHeavy(one, depth + 1))
    return Object.keys(part).some((key) => {
      left -= key.length
      return isHeavy((part as Record<string, unknown>)[key], depth + 1)
    })
  }
  return isHeavy(value, 0)
}
