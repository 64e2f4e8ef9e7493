import type { English } from '../areas.ts'
import type words from '../zh-CN/portal-contract.ts'

export default {
  title: 'Contract',
  back: 'Back to the contract',
  version: '{{number}} · version {{version}}',
  failed: 'The contract could not be loaded',
  choose: 'Contract',
  fact: {
    fee: 'Fee',
    term: 'Term',
    payment: 'Payment',
    days_one: 'within one day of signing',
    days_other: 'within {{count}} days of signing',
    workingDays_one: 'within one working day of signing',
    workingDays_other: 'within {{count}} working days of signing',
  },
  read: {
    all_one: 'One clause read',
    all_other: 'All {{count}} clauses read',
    some: '{{read}} of {{all}} clauses read',
    minutes_one: 'about a minute in all',
    minutes_other: 'about {{count}} minutes in all',
    left_one: 'One clause left, read on',
    left_other: '{{count}} clauses left, read on',
    sign: 'Sign the contract',
  },
  sheet: {
    title: 'Sign the contract',
    party: 'Party A: {{company}}',
    close: 'Close and read again',
    name: 'Name',
    role: 'Title',
    consent_one:
      'I have read all {{sections}} clauses and may sign on behalf of {{company}}. It is in force at once; {{fee}} must be paid within {{count}} day.',
    consent_other:
      'I have read all {{sections}} clauses and may sign on behalf of {{company}}. It is in force at once; {{fee}} must be paid within {{count}} days.',
    action: 'Sign and put in force',
    recorded: 'Recorded are name, time, IP and the document’s fingerprint',
    missing: {
      signature: 'Sign first',
      name: 'Enter your name',
      title: 'Enter your title',
      consent: 'Tick the confirmation',
    },
  },
  signed: {
    title: 'The contract is in force',
    text: 'Both have signed {{number}}; service begins on {{on}}.',
    pay: 'Please pay {{amount}} by {{on}}; the bill has been issued.',
    preparing: 'The PDF with both signatures is being made…',
    open: 'See what is being done',
  },
  gone: {
    title: 'This link is no longer valid',
    text: 'The contract was withdrawn or isn’t there. Ask your provider if you expected to sign it.',
  },
  preparing: { title: 'The document is being prepared', text: 'It opens by itself, usually within seconds.' },
  waiting: { title: 'The other side signs first', text: 'The words are final. You can sign as soon as your provider has.' },
  changed: {
    title: 'The contract was changed since you opened it',
    text: 'Changed clauses: {{clauses}}. Read what changed before you sign.',
  },
  invite: { title: 'Contract {{number}} waits for your signature', action: 'Read and sign' },
  none: { title: 'No contract yet', text: 'When your provider offers one, you can read and sign it here.' },
} satisfies English<typeof words>
