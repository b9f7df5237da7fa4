// The few words that a file has of its own, in the language of its text.

export interface FileWords {
  changes: string
  comments: string
  reason: string
  resolved: string
}

const WORDS: Record<string, FileWords> = {
  ru: { changes: 'Исправления', comments: 'Примечания', reason: 'Причина', resolved: 'решено' },
  en: { changes: 'Changes', comments: 'Comments', reason: 'Reason', resolved: 'resolved' },
}

export const wordsFor = (language: string): FileWords => WORDS[language.slice(0, 2)] ?? WORDS['en']!
