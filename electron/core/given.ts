// A change as a parser gives it: fields that were left out may stand there as undefined, and must not erase what is stored.

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Only the fields that have a value. */
export const given = <T extends object>(change: T): Given<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Given<T>
