import { useEffect, useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './states.module.css'

/** True once this has been waiting for 200 ms: what is quicker shows nothing in between. */
function useWaited(ms = 200): boolean {
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return waited
}

const widths = [46, 64, 38, 52, 70, 44]

type Props = {
  /** The shape of what comes: rows of a list, or lines of a card. */
  shape?: 'rows' | 'lines'
  count?: number
  /** For pictures and tests: don't wait. */
  now?: boolean
}

/** The shape of what is being loaded, only after 200 ms. */
export function Skeletons({ shape = 'rows', count = 4, now = false }: Props) {
  const { t } = useTranslation('parts')
  const waited = useWaited()
  const bones = Array.from({ length: count }, (_, at) => widths[at % widths.length] ?? 50)
  return (
    <div role="status" aria-label={t('loading')} aria-busy="true">
      {(waited || now) &&
        (shape === 'rows' ? (
          <div className={css.bones}>
            {bones.map((width, at) => (
              <div className={css.boneRow} key={`${at}-${width}`}>
                <span className={css.bone} style={{ width: 22 }} />
                <span className={css.bone} style={{ width: 56 }} />
                <span className={css.bone} style={{ width: `${width}%` }} />
              </div>
            ))}
          </div>
        ) : (
          <div className={css.lines}>
            {bones.map((width, at) => (
              <span className={css.bone} style={{ width: `${width + 24}%` }} key={`${at}-${width}`} />
            ))}
          </div>
        ))}
    </div>
  )
}
