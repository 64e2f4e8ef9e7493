import { changeLanguage, useLanguage, useTranslation } from '../i18n/i18n.ts'
import css from './LanguageSwitch.module.css'

/** 中 / EN; each word in its own language. */
export function LanguageSwitch() {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a form's look
    <div className={css.switch} role="group" aria-label={t('language.label')}>
      <button type="button" lang="zh-CN" title="中文" aria-pressed={language === 'zh-CN'} onClick={() => changeLanguage('zh-CN')}>
        中
      </button>
      <button type="button" lang="en" title="English" aria-pressed={language === 'en'} onClick={() => changeLanguage('en')}>
        EN
      </button>
    </div>
  )
}
