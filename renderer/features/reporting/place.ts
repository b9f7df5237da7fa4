// How a place is cited on this screen: in full beside a clause, short in a table.
import { useTranslation } from 'react-i18next'
import type { Place } from '../../../shared/model/report.ts'
import { citingOf } from '../../../shared/reporting/index.ts'

export interface PlaceWords {
  full: (place: Place) => string
  short: (place: Place) => string
}

export function usePlaceWords(): PlaceWords {
  const { t } = useTranslation('reporting')
  const full = (place: Place): string => {
    const citing = citingOf(place)
    return citing.by === 'kind' ? t(`at.${citing.kind}`) : t(`at.${citing.by}`, { ...citing })
  }
  const short = (place: Place): string => {
    const citing = citingOf(place)
    switch (citing.by) {
      case 'number':
        return citing.number
      case 'section':
        return t('at.shortSection', { ...citing })
      case 'heading':
        return t('at.shortHeading', { ...citing })
      case 'clause':
        return String(citing.paragraph)
      case 'kind':
        return t(`at.${citing.kind}`)
    }
  }
  return { full, short }
}
