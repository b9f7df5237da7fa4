// Times as files keep them: to the second, and some moved by minutes (ADR 0008).
const NEAR = 180_000

/** Whether two ISO times may be one that went through a file. */
export const isSameTime = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) <= NEAR
