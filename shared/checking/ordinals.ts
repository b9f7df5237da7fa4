// Which meeting it is: the number of the earlier one, or of the next after it, does not fit the draft's own.
import { ordinalLike } from '../language/ordinals.ts'
import { findMeetings, sameSeries, type NamedMeeting } from './context.ts'
import type { DraftFacts, Finding, SourceFacts } from '../model/finding.ts'
import { tenseAt } from './times.ts'

/** Earlier meetings of the series are history and stay. */
export function checkOrdinals(text: string, source: SourceFacts | null, draft: DraftFacts): Finding[] {
  const was = source?.meeting
  if (!was || source.date === draft.date || draft.meeting?.number === was.number) return []
  // The draft's own number is stale only where it is that of a meeting ahead: then the next but one is meant.
  const isOwn = ({ number, from, to }: NamedMeeting) => number === draft.meeting?.number && tenseAt(text, from, to) !== 'future'
  const stale = findMeetings(text).filter((meeting) => meeting.number >= was.number && sameSeries(meeting, was) && !isOwn(meeting))
  return stale.map((meeting): Finding => {
    const { number, from, to, gender } = meeting
    const found = text.slice(from, to)
    const base = { kind: 'ordinal' as const, from, to, found, confidence: 'likely' as const }
    if (!draft.meeting) return { ...base, why: 'ordinal-unknown', about: { source: source.citation, number: String(number) }, proposal: null }
    // A summit does not number the meetings of ministers.
    if (draft.meeting.noun !== was.noun) return { ...base, why: 'ordinal-unknown', about: { source: source.citation, number: String(number) }, proposal: null }
    const like = ordinalLike(found, number, draft.meeting.number + number - was.number, gender)
    return {
      ...base, confidence: 'sure', why: 'ordinal', about: { source: source.citation, number: String(draft.meeting.number) },
      proposal: like === null ? null : { text: like, sure: true },
    }
  })
}
