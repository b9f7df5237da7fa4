// Where a draft begins: a form with its slots filled, or an earlier declaration.
export { citationOf } from './citation.ts'
export { dateInWords } from './dateInWords.ts'
export { sourceOf, statementFromDeclaration } from './fromDeclaration.ts'
export { statementFromForm, titleFromForm } from './fromForm.ts'
export { refilled } from './refill.ts'
export { fillSlots, listInWords, personInWords, type SlotValues } from './slots.ts'
