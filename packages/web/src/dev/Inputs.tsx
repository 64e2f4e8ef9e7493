import { useState } from 'react'
import type { Money } from '../format/money.ts'
import { useTranslation } from '../i18n/i18n.ts'
import { DateField } from '../parts/input/DateField.tsx'
import { FileDrop } from '../parts/input/FileDrop.tsx'
import { MoneyInput } from '../parts/input/MoneyInput.tsx'
import { SignaturePad } from '../parts/input/SignaturePad.tsx'
import { KeyList } from '../parts/KeyboardHelp.tsx'
import css from './parts.module.css'
import { Section } from './Section.tsx'

export function Inputs() {
  const { t } = useTranslation('dev')
  const [money, setMoney] = useState<Money | undefined>({ currency: 'CNY', minor: 128600 })
  const [date, setDate] = useState<string | undefined>('2026-11-24')
  return (
    <div className={css.fields}>
      <Section title={t('inputs')} card>
        <MoneyInput label={t('amount')} currency="CNY" value={money} onChange={setMoney} />
        <DateField label={t('date')} value={date} onChange={setDate} />
      </Section>
      <Section title={t('signature')} card>
        <SignaturePad onChange={() => undefined} />
      </Section>
      <Section title={t('file')} card>
        <FileDrop
          client="LANHAI"
          purpose="receipt"
          types={['application/pdf', 'image/png']}
          maxBytes={5 * 1024 * 1024}
          onStored={() => undefined}
        />
      </Section>
      <Section title={t('keys')} card>
        <KeyList
          keys={[
            [['J', 'K'], 'move'],
            [['X'], 'select'],
            [['↵'], 'open'],
            [['A'], 'assign'],
            [['W'], 'why'],
            [['R'], 'reply'],
            [['?'], 'list'],
          ]}
        />
      </Section>
    </div>
  )
}
