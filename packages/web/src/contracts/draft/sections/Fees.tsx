import { Button, Select, TextInput } from '@mantine/core'
import { type DeviceClass, deviceClasses } from '@pactdesk/domain/service-support/configuration/device'
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react'
import { formatMoney } from '../../../format/money.ts'
import { useLanguage, useTranslation } from '../../../i18n/i18n.ts'
import { MoneyInput } from '../../../parts/input/MoneyInput.tsx'
import css from '../draft.module.css'
import type { Editor } from '../editor.ts'
import { differencesOf, type FormLine, grossOf, totalOf } from '../fee-lines.ts'
import { CountField } from '../fields.tsx'
import { Section } from '../Section.tsx'

type Props = Editor & { count: Partial<Record<DeviceClass, number>> | undefined }

/** Clause 1(1): a fee a device class, its number from the register. Signing needs both to agree. */
export function Fees({ form, set, error, count }: Props) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const { lines, currency } = form
  const change = (key: string, part: Partial<FormLine>): void =>
    set({ lines: lines.map(line => (line.key === key ? { ...line, ...part } : line)) })
  const add = (): void =>
    set({ lines: [...lines, { key: crypto.randomUUID(), item: '', taxRate: form.base.tax?.services ?? '0.06' }] })
  return (
    <Section title={t('draft.fees')} clause="1(1)" hint={t('draft.feesHint')}>
      {error('feeLines') && lines.length === 0 && <p className={css.error}>{error('feeLines')}</p>}
      {lines.map((line, at) => (
        <div key={line.key}>
          <div className={css.line}>
            <TextInput
              label={t('draft.item')}
              value={line.item}
              onChange={event => change(line.key, { item: event.currentTarget.value })}
              error={error(`feeLines.${at}.item`)}
            />
            <CountField
              label={t('draft.quantity')}
              value={line.quantity}
              onChange={quantity => change(line.key, { quantity })}
              error={error(`feeLines.${at}.quantity`)}
            />
            <MoneyInput
              key={line.quantity === undefined ? 'whole' : 'each'}
              label={line.quantity === undefined ? t('draft.amount') : t('draft.unitPrice')}
              currency={currency}
              value={line.quantity === undefined ? line.gross : (line.unit ?? line.gross)}
              onChange={money =>
                change(line.key, line.quantity === undefined ? { gross: money, unit: undefined } : { unit: money })
              }
              error={error(`feeLines.${at}.price`) ?? error(`feeLines.${at}.unitGross`) ?? error(`feeLines.${at}.gross`)}
            />
            <span className={css.lineSum}>{formatMoney(grossOf(line) ?? { currency, minor: 0 }, language, 'none')}</span>
            <button
              type="button"
              className={css.remove}
              aria-label={t('draft.removeLine', { item: line.item || at + 1 })}
              onClick={() => set({ lines: lines.filter(({ key }) => key !== line.key) })}
            >
              <IconTrash size={16} stroke={1.6} />
            </button>
          </div>
          <Select
            mt={4}
            aria-label={t('draft.deviceClass')}
            variant="unstyled"
            size="xs"
            value={line.deviceClass ?? ''}
            allowDeselect={false}
            data={[
              { value: '', label: t('draft.noClass') },
              ...deviceClasses.map(kind => ({ value: kind, label: t('draft.forClass', { kind: t(`device.${kind}`) }) })),
            ]}
            onChange={kind => change(line.key, { deviceClass: (kind || undefined) as DeviceClass | undefined })}
          />
        </div>
      ))}
      <div>
        <Button leftSection={<IconPlus size={16} />} onClick={add}>
          {t('draft.addLine')}
        </Button>
      </div>
      {count && <Differences lines={lines} count={count} />}
      <div className={css.total}>
        <span>{t('draft.total')}</span>
        <span>{formatMoney(totalOf(lines, currency), language)}</span>
      </div>
    </Section>
  )
}

function Differences({ lines, count }: { lines: readonly FormLine[]; count: Partial<Record<DeviceClass, number>> }) {
  const { t } = useTranslation('contracts')
  const found = differencesOf(lines, count)
  if (found.length === 0) return null
  return (
    <div className={css.warning} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {found
          .map(({ kind, charged, registered }) => t('draft.difference', { kind: t(`device.${kind}`), charged, registered }))
          .join(' ')}{' '}
        {t('draft.differenceRule')}
      </span>
    </div>
  )
}
