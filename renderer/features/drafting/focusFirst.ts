// As a form's ref: its first field takes the caret when it appears, with its words selected.

export const focusFirst = (form: HTMLFormElement | null): void => {
  const field = form?.querySelector('input')
  field?.focus()
  field?.select()
}
