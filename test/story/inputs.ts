import { Inputs } from '../../dev/scenario/file.ts'

const fee = (line: number, item: string, grossFen: number) => ({ line, item, grossFen, taxRate: '0.06' })
const weekday = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
] as [string, string][]

/**
 * A small month of one company, in the shape of a worked month but with figures of its own: a contract, three tickets (remote with a
 * wait, on site with a part, out of scope with a quote), one maintenance visit, a late payment, a bill of extras.
 */
export const inputs: Inputs = Inputs.parse({
  calendar: {
    timezone: 'Asia/Shanghai',
    weekly: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
    exceptions: 'public holidays',
  },
  contract: {
    number: 'HX-2027-07',
    client: 'Hexi Dental',
    clientKey: 'HEXI',
    provider: 'Story IT',
    signedByBothAt: '2027-03-04T10:00',
    termFirstDay: '2027-03-05',
    termLastDayInclusive: '2028-03-04',
    currency: 'CNY',
    feeLines: [fee(1, 'PC maintenance', 720_000), fee(2, 'Server maintenance', 480_000)],
    totalGrossFen: 1_200_000,
    dueDaysAfterSigning: 5,
    lateFeePerDay: '0.001',
    arrivalWorkingMinutes: { HQ: 90 },
    severeOutOfHoursArrivalElapsedMinutes: 120,
    clause7: {
      restoreWorkingMinutes: 480,
      severeRestoreElapsedMinutes: 240,
      extrasDueDaysAfterIssue: 7,
      outOfScopeListRateFenPerHour: 24_000,
      outOfScopeDiscount: '0.10',
      outOfScopeRoundUpMinutes: 15,
      partsTaxRate: '0.13',
      serviceTaxRate: '0.06',
    },
    terminationPenalty: '0.10',
  },
  devices: [
    { id: 'PC-01', cls: 'pc' },
    { id: 'PC-02', cls: 'pc' },
    { id: 'SRV-01', cls: 'server' },
  ],
  month: { firstDay: '2027-03-01', firstDayOfNext: '2027-04-01' },
  visits: [
    {
      id: 'V1',
      kind: 'planned-monthly',
      date: '2027-03-17',
      travel: ['09:00', '09:40'],
      onsite: ['09:40', '11:40'],
      devicesNotDone: ['PC-02'],
      site: 'HQ',
    },
  ],
  tickets: [
    {
      id: 'T1',
      title: 'Mailbox is full',
      severe: false,
      requestedAt: '2027-03-09T09:30',
      onsite: false,
      remote: [['2027-03-09T10:00', '2027-03-09T10:25']],
      pauses: [['2027-03-09T10:30', '2027-03-09T14:00']],
      restoredAt: '2027-03-09T15:00',
      site: 'HQ',
    },
    {
      id: 'T2',
      title: 'Server does not start',
      severe: true,
      requestedAt: '2027-03-11T10:10',
      onsite: true,
      travelFrom: '2027-03-11T10:20',
      arrivedAt: '2027-03-11T10:55',
      restoredAt: '2027-03-11T13:40',
      parts: [{ id: 'P1', name: 'Power supply 550 W', qty: 1, unitCostGrossFen: 52_900 }],
      site: 'HQ',
    },
    {
      id: 'T3',
      title: 'Four new network points for the meeting room',
      severe: false,
      requestedAt: '2027-03-15T11:00',
      onsite: false,
      outOfScope: true,
      quoteAcceptedAt: '2027-03-15T16:00',
      remote: [['2027-03-16T09:00', '2027-03-16T10:50']],
      restoredAt: '2027-03-16T11:00',
      site: 'HQ',
    },
  ],
  invoice1: { number: 'SI-2027-0041', issuedOn: '2027-03-04' },
  payments1: [
    { id: 'PAY1', date: '2027-03-08', fen: 700_000, via: 'bank' },
    { id: 'PAY2', date: '2027-03-19', fen: 500_000, via: 'bank' },
  ],
  lateFeeDecision: { action: 'claim', part: '1' },
  invoice2: { number: 'SI-2027-0042', issuedOn: '2027-04-01' },
  payments2: [{ id: 'PAY3', date: '2027-04-02', fen: 'all', via: 'hosted' }],
})
