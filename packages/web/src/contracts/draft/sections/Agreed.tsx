import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from '../../../i18n/i18n.ts'
import { MoneyInput } from '../../../parts/input/MoneyInput.tsx'
import css from '../draft.module.css'
import type { Editor } from '../editor.ts'
import { CountField, PercentField, TermSwitch } from '../fields.tsx'
import { Section } from '../Section.tsx'
import { DueFields } from './TermPayment.tsx'

const reasons = ['client', 'part', 'supplier'] as const

/** Clause 7, the typed optional terms: what is not switched on is no promise. */
export function Agreed({ form, set, error }: Editor) {
  const { t } = useTranslation('contracts')
  const { restore, response, extras, outOfScope, allocation } = form
  return (
    <Section title={t('draft.agreed')} clause="7" hint={t('draft.agreedHint')}>
      <TermSwitch clause="7(a)" label={t('draft.restore')} on={restore.on} onChange={on => set({ restore: { ...restore, on } })}>
        <CountField
          label={t('draft.restoreMinutes')}
          value={restore.minutes}
          onChange={minutes => set({ restore: { ...restore, minutes } })}
          unit={t('draft.minutes')}
          error={error('restore.minutes')}
        />
        <div>
          <Checkbox
            mb={8}
            label={t('draft.restoreSevere')}
            checked={restore.severe}
            onChange={event => set({ restore: { ...restore, severe: event.currentTarget.checked } })}
          />
          {restore.severe && (
            <CountField
              label={t('draft.restoreSevereMinutes')}
              value={restore.severeMinutes}
              onChange={severeMinutes => set({ restore: { ...restore, severeMinutes } })}
              unit={t('draft.minutes')}
              error={error('restore.severeMinutes')}
            />
          )}
        </div>
      </TermSwitch>
      <TermSwitch
        clause="7(h)"
        label={t('draft.response')}
        on={response.on}
        onChange={on => set({ response: { ...response, on } })}
      >
        <CountField
          label={t('draft.responseMinutes')}
          value={response.minutes}
          onChange={minutes => set({ response: { ...response, minutes } })}
          unit={t('draft.minutes')}
          error={error('response.minutes')}
        />
      </TermSwitch>
      {(restore.on || response.on) && (
        <div className={css.term}>
          <Checkbox.Group
            label={`7(i) ${t('draft.pauses')}`}
            value={form.pauseReasons}
            onChange={chosen => set({ pauseReasons: reasons.filter(one => chosen.includes(one)) })}
          >
            <div className={css.days}>
              {reasons.map(one => (
                <Checkbox key={one} value={one} label={t(`pause.${one}`)} />
              ))}
            </div>
          </Checkbox.Group>
        </div>
      )}
      <TermSwitch clause="7(c)" label={t('draft.extras')} on={extras.on} onChange={on => set({ extras: { ...extras, on } })}>
        <div className={css.wide}>
          <DueFields due={extras.due} onChange={due => set({ extras: { ...extras, due } })} error={error('extras.due')} />
        </div>
        {form.lateFee.on && (
          <Checkbox
            label={t('draft.extrasLateFee')}
            checked={extras.lateFee}
            onChange={event => set({ extras: { ...extras, lateFee: event.currentTarget.checked } })}
          />
        )}
      </TermSwitch>
      <TermSwitch
        clause="7(d)"
        label={t('draft.outOfScope')}
        on={outOfScope.on}
        onChange={on => set({ outOfScope: { ...outOfScope, on } })}
      >
        <MoneyInput
          label={t('draft.listRate')}
          currency={form.currency}
          value={outOfScope.rate}
          onChange={rate => set({ outOfScope: { ...outOfScope, rate } })}
          error={error('outOfScope.listRatePerHour')}
        />
        <PercentField
          label={t('draft.discount')}
          value={outOfScope.discount}
          onChange={discount => set({ outOfScope: { ...outOfScope, discount } })}
          error={error('outOfScope.discount')}
        />
        <CountField
          label={t('draft.roundUp')}
          value={outOfScope.roundUp}
          onChange={roundUp => set({ outOfScope: { ...outOfScope, roundUp } })}
          unit={t('draft.minutes')}
          error={error('outOfScope.roundUpMinutes')}
        />
      </TermSwitch>
      {form.lateFee.on && (
        <TermSwitch
          clause="7(e)"
          label={t('draft.allocation')}
          on={allocation.on}
          onChange={on => set({ allocation: { ...allocation, on } })}
        >
          <Select
            aria-label={t('draft.allocation')}
            allowDeselect={false}
            value={allocation.order}
            data={(['principal-first', 'late-fee-first'] as const).map(order => ({
              value: order,
              label: t(`allocation.${order}`),
            }))}
            onChange={order => set({ allocation: { ...allocation, order: order as typeof allocation.order } })}
          />
        </TermSwitch>
      )}
      <OtherTerms form={form} set={set} error={error} />
    </Section>
  )
}

function OtherTerms({ form, set, error }: Editor) {
  const { t } = useTranslation('contracts')
  const { otherTerms } = form
  return (
    <div className={css.term}>
      {otherTerms.map(({ key, text }, at) => (
        <div key={key} style={{ display: 'grid', gridTemplateColumns: '1fr 30px', gap: 8 }}>
          <Textarea
            label={`7(${at + 1}) ${t('draft.ownTerm')}`}
            autosize
            minRows={2}
            value={text}
            onChange={event => {
              const { value } = event.currentTarget
              set({ otherTerms: otherTerms.map(each => (each.key === key ? { key, text: value } : each)) })
            }}
            error={error(`otherTerms.${at}`)}
          />
          <button
            type="button"
            className={css.remove}
            aria-label={t('draft.removeLine', { item: `7(${at + 1})` })}
            onClick={() => set({ otherTerms: otherTerms.filter(each => each.key !== key) })}
          >
            <IconTrash size={16} stroke={1.6} />
          </button>
        </div>
      ))}
      <div>
        <Button
          leftSection={<IconPlus size={16} />}
          onClick={() => set({ otherTerms: [...otherTerms, { key: crypto.randomUUID(), text: '' }] })}
        >
          {t('draft.addTerm')}
        </Button>
      </div>
    </div>
  )
}

/** Clause 2(5): favourable prices for services outside the contract. */
export function DiscountCard({ form, set, error }: Editor) {
  const { t } = useTranslation('contracts')
  const { discountCard } = form
  const change = (key: string, part: { item?: string; discount?: string }): void =>
    set({ discountCard: discountCard.map(each => (each.key === key ? { ...each, ...part } : each)) })
  return (
    <Section title={t('draft.discountCard')} clause="2(5)" hint={t('draft.discountHint')}>
      {discountCard.map(({ key, item, discount }, at) => (
        <div key={key} style={{ display: 'grid', gridTemplateColumns: '1fr 110px 30px', gap: 8 }}>
          <TextInput
            label={t('draft.service')}
            value={item}
            onChange={event => change(key, { item: event.currentTarget.value })}
            error={error(`discountCard.${at}.item`)}
          />
          <PercentField
            label={t('draft.discount')}
            value={discount}
            onChange={percent => change(key, { discount: percent })}
            error={error(`discountCard.${at}.discount`)}
          />
          <button
            type="button"
            className={css.remove}
            aria-label={t('draft.removeLine', { item: item || at + 1 })}
            onClick={() => set({ discountCard: discountCard.filter(each => each.key !== key) })}
          >
            <IconTrash size={16} stroke={1.6} />
          </button>
        </div>
      ))}
      <div>
        <Button
          leftSection={<IconPlus size={16} />}
          onClick={() => set({ discountCard: [...discountCard, { key: crypto.randomUUID(), item: '', discount: '10' }] })}
        >
          {t('draft.addDiscount')}
        </Button>
      </div>
    </Section>
  )
}
