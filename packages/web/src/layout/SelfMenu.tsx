import { Menu } from '@mantine/core'
import { IconLanguage, IconLogout, IconSwitchHorizontal } from '@tabler/icons-react'
import { type Membership, useWho } from '../auth/who.ts'
import { inLanguage } from '../format/language.ts'
import { changeLanguage, otherLanguage, useLanguage, useTranslation } from '../i18n/i18n.ts'
import { Avatar } from '../parts/marks/Avatar.tsx'
import css from './layout.module.css'

/** Oneself: name and roles, other workspaces, sign out. */
export function SelfMenu() {
  const { t } = useTranslation('layout')
  const { membership } = useWho()
  return (
    <Menu position="right-end" width={240}>
      <Menu.Target>
        <button type="button" className={css.self} aria-label={`${t('session.account')}: ${membership.personName}`}>
          <Avatar name={membership.personName} size={28} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <SelfItems />
      </Menu.Dropdown>
    </Menu>
  )
}

function SelfItems() {
  const { t } = useTranslation('layout')
  const language = useLanguage()
  const { me, membership, roles, switchTo, signOut } = useWho()
  const others = me.memberships.filter(({ workspace }) => workspace !== membership.workspace)
  const nameOf = ({ providerName, clientName }: Membership): string =>
    clientName
      ? t('session.clientOf', { client: inLanguage(clientName, language), provider: inLanguage(providerName, language) })
      : t('session.staffOf', { provider: inLanguage(providerName, language) })
  return (
    <>
      <Menu.Label>
        {membership.personName} · {roles.map(role => t(`roles.${role}`)).join(language === 'en' ? ', ' : '、')}
        <br />
        {nameOf(membership)}
      </Menu.Label>
      {others.map(other => (
        <Menu.Item
          key={other.workspace}
          leftSection={<IconSwitchHorizontal size={18} stroke={1.6} />}
          onClick={() => switchTo(other.workspace)}
        >
          {t('session.switchTo', { name: nameOf(other) })}
        </Menu.Item>
      ))}
      <Menu.Item
        leftSection={<IconLanguage size={18} stroke={1.6} />}
        lang={otherLanguage(language)}
        onClick={() => changeLanguage(otherLanguage(language))}
      >
        {t('session.otherLanguage')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={18} stroke={1.6} />} onClick={signOut}>
        {t('session.signOut')}
      </Menu.Item>
    </>
  )
}

SelfMenu.Items = SelfItems
