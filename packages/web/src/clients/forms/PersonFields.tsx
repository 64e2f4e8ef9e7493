import { TextInput } from '@mantine/core'
import type { BodyInput } from '@pactdesk/domain/kernel/route'
import type { changeContact } from '@pactdesk/domain/tenancy/routes'
import { useTranslation } from '../../i18n/i18n.ts'
import css from '../clients.module.css'

export type PersonForm = { zh: string; en: string; email: string; phone: string; title: string }
export const nobody: PersonForm = { zh: '', en: '', email: '', phone: '', title: '' }

type Shown = {
  name: { zh: string; en: string }
  email?: string | undefined
  phone?: string | undefined
  title?: string | undefined
}
export const personFormOf = ({ name, email = '', phone = '', title = '' }: Shown): PersonForm => ({
  ...name,
  email,
  phone,
  title,
})

/** As the server takes it; one name stands for both languages where only one was typed. */
export function personOf({ zh, en, email, phone, title }: PersonForm): BodyInput<typeof changeContact> {
  const [chinese, english] = [zh.trim(), en.trim()]
  return {
    name: { zh: chinese || english, en: english || chinese },
    ...(email.trim() && { email: email.trim() }),
    ...(phone.trim() && { phone: phone.trim() }),
    ...(title.trim() && { title: title.trim() }),
  }
}

export const isNamed = ({ zh, en }: PersonForm): boolean => Boolean(zh.trim() || en.trim())

export function PersonFields({ person, set }: { person: PersonForm; set: (person: PersonForm) => void }) {
  const { t } = useTranslation('clients')
  const field = (name: keyof PersonForm, required = false) => (
    <TextInput
      label={t(`person.${name}`)}
      required={required}
      {...(name === 'email' && { type: 'email' })}
      {...(name === 'phone' && { type: 'tel' })}
      {...(name === 'zh' && { 'data-autofocus': true })}
      value={person[name]}
      onChange={event => set({ ...person, [name]: event.currentTarget.value })}
    />
  )
  return (
    <div className={css.grid}>
      {field('zh', true)}
      {field('en')}
      {field('title')}
      {field('phone')}
      {field('email')}
    </div>
  )
}
