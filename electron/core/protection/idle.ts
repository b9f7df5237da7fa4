// Watches over time without work: when there was none for as long as was chosen, the library is locked. The clock is looked at
// anew each time, so that a machine that slept locks as it wakes.

const LOOK_MS = 5000
const MINUTE = 60_000

export interface IdleWatch {
  /** Somebody is at work. */
  noticed(): void
  end(): void
}

/** `minutes` is asked at each look; 0 for never. */
export function watchIdle(now: () => Date, minutes: () => number, act: () => void): IdleWatch {
  let last = now().getTime()
  const look = () => {
    const limit = minutes() * MINUTE
    if (limit > 0 && now().getTime() - last >= limit) act()
  }
  const timer = setInterval(look, LOOK_MS).unref()
  return {
    noticed() {
      last = now().getTime()
    },
    end: () => clearInterval(timer),
  }
}
