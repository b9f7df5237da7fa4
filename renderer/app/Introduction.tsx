// The introduction at first start: three steps, each of them skippable.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { links } from '../api/links.ts'
import { Button, TextLink } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './introduction.module.css'

const STEPS = ['library', 'draft', 'local'] as const

export const Introduction = ({ isOpen, onDone }: { isOpen: boolean; onDone: () => void }) => {
  const { t } = useTranslation()
  const [step, setStep] = useState(0)
  const [, go] = useLocation()
  const name = STEPS[step] ?? STEPS[0]
  const isLast = step === STEPS.length - 1
  return (
    <Dialog
      title={t('intro.title')}
      isOpen={isOpen}
      onClose={onDone}
      closeLabel={t('intro.skip')}
      footer={
        <>
          <Button variant="primary" onPress={() => (isLast ? onDone() : setStep(step + 1))}>
            {t(isLast ? 'intro.done' : 'intro.next')}
          </Button>
          {step > 0 && <Button onPress={() => setStep(step - 1)}>{t('back')}</Button>}
          {!isLast && (
            <Button variant="ghost" onPress={onDone}>
              {t('intro.skip')}
            </Button>
          )}
          <span className={styles.count}>{t('intro.count', { step: step + 1, of: STEPS.length })}</span>
        </>
      }
    >
      <div className={styles.step}>
        <Picture step={name} />
        <h3 className={styles.heading}>{t(`intro.${name}.title`)}</h3>
        <p>{t(`intro.${name}.text`)}</p>
        {name === 'local' && (
          <TextLink
            onPress={() => {
              onDone()
              go(links.settings)
            }}
          >
            {t('intro.local.encrypt')}
          </TextLink>
        )}
      </div>
    </Dialog>
  )
}

/** A small drawing in the language of the screens: a text cut into clauses, a tracked change, a closed circle. */
const Picture = ({ step }: { step: (typeof STEPS)[number] }) => (
  <svg className={styles.picture} viewBox="0 0 480 132" aria-hidden>
    {step === 'library' && (
      <g>
        <rect className={styles.paper} x="40" y="14" width="120" height="108" />
        {[30, 42, 54, 72, 84, 96, 108].map((y) => (
          <path key={y} className={styles.line} d={`M54 ${y}h92`} />
        ))}
        <path className={styles.arrow} d="M180 68h70m-7-6 7 6-7 6" />
        {[22, 58, 94].map((y) => (
          <g key={y}>
            <rect className={styles.paper} x="276" y={y - 8} width="164" height="28" />
            <path className={styles.accent} d={`M276 ${y - 8}v28`} />
            <path className={styles.line} d={`M290 ${y + 2}h136M290 ${y + 11}h84`} />
          </g>
        ))}
      </g>
    )}
    {step === 'draft' && (
      <g>
        <rect className={styles.paper} x="120" y="10" width="240" height="116" />
        <path className={styles.line} d="M144 32h192M144 50h60M288 68h48M144 86h192M144 104h120" />
        <path className={styles.removed} d="M210 50h66" />
        <path className={styles.added} d="M144 70h132" />
        <path className={styles.bar} d="M132 42v34" />
        <rect className={styles.mark} x="372" y="62" width="9" height="9" />
      </g>
    )}
    {step === 'local' && (
      <g>
        <rect className={styles.paper} x="150" y="18" width="180" height="88" />
        <path className={styles.bar} d="M120 118h240" />
        <rect className={styles.lock} x="222" y="60" width="36" height="28" />
        <path className={styles.shackle} d="M228 60v-9a12 12 0 0 1 24 0v9" />
      </g>
    )}
  </svg>
)
