import { useTranslation } from '../i18n/i18n.ts'
import { useDensity } from '../layout/use-density.ts'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Inputs } from './Inputs.tsx'
import { Lists } from './Lists.tsx'
import { Marks } from './Marks.tsx'
import css from './parts.module.css'
import { States } from './States.tsx'
import { Whys } from './Whys.tsx'

/** Every shared part in every state, in the language of the switch. Compare with the design before changing one. */
export default function Parts() {
  const { t } = useTranslation('dev')
  useDensity('console')
  return (
    <main>
      <div className={css.row} style={{ padding: '12px 24px 0' }}>
        <h1 style={{ flex: 1 }}>{t('promises')}</h1>
        <LanguageSwitch />
      </div>
      <div className={css.page}>
        <div className={css.column}>
          <Marks />
        </div>
        <div className={css.column}>
          <Whys />
        </div>
        <div className={css.column}>
          <States />
        </div>
        <div className={`${css.column} ${css.wide}`}>
          <Lists />
          <Inputs />
        </div>
      </div>
    </main>
  )
}
