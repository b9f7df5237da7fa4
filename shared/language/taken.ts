// Letters of a text that a reader has already taken for something, so that nothing is read twice. Asking costs the length asked
// about, however much is taken: a paragraph may be a whole book.

export class Taken {
  readonly #letters: Uint8Array

  constructor(length: number) {
    this.#letters = new Uint8Array(length)
  }

  /** Whether nothing of [from, to) is taken. */
  isFree(from: number, to: number): boolean {
    for (let at = Math.max(0, from); at < to; at++) if (this.#letters[at]) return false
    return true
  }

  take(from: number, to: number): void {
    this.#letters.fill(1, from, to)
  }
}
