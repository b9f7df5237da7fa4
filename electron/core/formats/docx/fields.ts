// Fields: instructions that Word computes, with the result it showed last. The result is text, the instruction is not, though
// it may hold runs of text (a field inside another's condition). A field whose instruction never ends hides nothing.

/** A field whose instruction is open. */
export interface FieldCode {
  /** It has no end in its paragraph: what looked like its instruction is text after all. */
  broken: boolean
}

/** What a form shows that its field has no result for. */
interface FormField {
  box?: boolean
  checked?: boolean
  choice: number
  entries: string[]
}

export interface Fields {
  begin(): void
  separate(): void
  end(): void
  /** The instruction that text here is part of. */
  code(): FieldCode | null
  /** A paragraph ends: instructions that are still open are none. Tells how many. */
  endParagraph(): number
  /** An element of a form's field, with its value. */
  form(name: string, value: string | undefined): void
  /** What the form's field shows, once its elements have been told; empty where its result does. */
  formText(): string
}

const isOn = (value: string | undefined) => value === undefined || !['0', 'false', 'off'].includes(value)

export function openFields(): Fields {
  /** Open fields; null once the instruction has ended and the result goes on. */
  const open: (FieldCode | null)[] = []
  const codes: FieldCode[] = []
  let shown: FormField = { choice: 0, entries: [] }
  return {
    begin() {
      const code = { broken: false }
      open.push(code)
      codes.push(code)
    },
    separate() {
      if (open.length === 0) return
      if (open.at(-1) === codes.at(-1)) codes.pop()
      open[open.length - 1] = null
    },
    end() {
      const code = open.pop()
      if (code && code === codes.at(-1)) codes.pop()
    },
    code: () => codes[0] ?? null,
    endParagraph() {
      for (const code of codes) code.broken = true
      return codes.splice(0).length
    },
    form(name, value) {
      if (name === 'checkBox') shown.box = true
      else if (name === 'checked') shown.checked = isOn(value)
      else if (name === 'default' && shown.box) shown.checked ??= isOn(value)
      else if (name === 'result') shown.choice = Number(value) || 0
      else if (name === 'listEntry') shown.entries.push(value ?? '')
    },
    formText() {
      const { box, checked, choice, entries } = shown
      shown = { choice: 0, entries: [] }
      return box ? (checked ? '☒' : '☐') : (entries[choice] ?? '')
    },
  }
}
