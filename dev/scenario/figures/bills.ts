import { answer, type Fields, list, name } from './shape.ts'

const amounts = { taxRate: '/taxRate', grossFen: '/grossMinor', taxFen: '/taxMinor', netFen: '/netMinor' }

const bill = (line: Fields): Fields => ({
  number: '/number',
  issuedOn: '/issuedOn',
  rawDueOn: '/rawDueOn',
  dueOn: '/dueOn',
  lines: list('/lines', ['line'], { line: '/line', ...amounts, ...line }),
  taxGroups: list('/taxGroups', ['taxRate'], amounts),
  totalGrossFen: '/grossMinor',
  totalTaxFen: '/taxMinor',
  totalNetFen: '/netMinor',
})

export const contractFeeInvoice = answer('feeBill', bill({}))

export const monthInvoice = answer(
  'monthBill',
  bill({
    kind: '/kind',
    ticket: name('ticket', '/ticket'),
    quantity: '/quantity',
    unitFen: '/rate/minor',
    recordedMinutes: '/recordedMinutes',
    billedMinutes: '/billedMinutes',
    discountedRateFenPerHour: '/rate/minor',
    clause: '/clause',
  }),
)
