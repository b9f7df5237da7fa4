// Whether two texts are written in one language, so that their words can be compared. One that could not be told may be any.

export const sameLanguage = (old: string, now: string): boolean => primary(old) === primary(now) || [old, now].includes('und')

const primary = (language: string) => language.split('-')[0]
