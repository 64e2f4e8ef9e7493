import type { English } from '../areas.ts'
import type words from '../zh-CN/clock.ts'

export default {
  title: {
    loading: 'Why this clock says so',
    left: 'Why {{time}} is left: {{promise}}',
    late: 'Why it is {{time}} over: {{promise}}',
    met: 'Why it took {{time}}: {{promise}}',
    excluded: 'Why it does not count: {{promise}}',
  },
  failed: 'The explanation of this clock could not be loaded',
  inZone: '{{time}} in {{zone}}',
  inOwn: ' ({{time}} in {{zone}})',
  basis: { working: 'of working time', elapsed: 'of elapsed time, nights and holidays included' },
  sentence: {
    running:
      '<clause/> {{promise}} within {{target}} {{basis}}. {{used}} counted so far; it is due <b>{{due}}</b> unless it is paused.',
    'at-risk':
      '<clause/> {{promise}} within {{target}} {{basis}}. {{used}} counted, only {{left}} left; it is due <b>{{due}}</b> unless it is paused.',
    over: '<clause/> {{promise}} within {{target}} {{basis}}. It was due <b>{{due}}</b>, is {{late}} over and counts as missed at once.',
    paused:
      '<clause/> {{promise}} within {{target}} {{basis}}. {{used}} counted; it waits for the {{whom}} and does not count meanwhile. {{left}} is left when it goes on.',
    outside:
      '<clause/> {{promise}} within {{target}} {{basis}}. {{used}} counted; it stands still outside service hours, goes on <b>{{resumes}}</b> and is due {{due}}.',
    met: '<clause/> {{promise}} within {{target}} {{basis}}. It was done <b>{{stopped}}</b> after {{used}}: met.',
    missed:
      '<clause/> {{promise}} within {{target}} {{basis}}. It was due {{due}} and done <b>{{stopped}}</b>, {{late}} late: missed.',
    excluded: '<clause/> {{promise}} within {{target}} {{basis}}. This clock does not count for attainment: {{why}}.',
  },
  excluded: {
    cancel: 'it was cancelled',
    exclude: 'it was excluded',
    'out-of-scope': 'the work is outside the contract',
    withdrawn: 'the client withdrew the request',
    merged: 'it was merged into another ticket',
  },
  provisional: 'The holidays of that year are not announced: Monday to Friday is assumed.',
  reason: {
    requested: 'The client asked: the clock starts',
    reopened: 'Reopened: a new cycle',
    'joined-at-closing': 'Nobody had arrived at closing time: the severe clock joins',
    resumed: 'Goes on after {{by}} answered',
    'working-time': 'Working time',
    'elapsed-time': 'Counts around the clock',
    waiting: 'Waiting for the {{whom}}',
    'pause-struck': 'The pause for the {{whom}} was struck, so it counts ({{struckBy}}: {{struckFor}})',
    holiday: '{{name}}',
    'rest-day': 'Rest day',
    'before-opening': 'Before opening',
    'between-windows': 'Lunch break',
    'after-closing': 'After closing',
    night: 'Night',
  },
  joint: '; ',
  makeUpFor: 'make-up working day for {{name}}',
  provisionalDay: 'calendar provisional',
  sinceOpened: 'Since it began',
  intervals: 'Interval by interval',
  column: { from: 'From, {{zone}}', length: 'Length', state: 'State', reason: 'Reason', counted: 'Counted' },
  folded_one: '{{count}} interval outside service hours, {{time}}',
  folded_other: '{{count}} intervals outside service hours, {{time}}',
  dueUnlessPaused: 'If nothing pauses the clock before then',
  log_one: 'This log only grows. Pauses need a reason the contract allows; recomputed from {{count}} entry.',
  log_other: 'This log only grows. Pauses need a reason the contract allows; recomputed from {{count}} entries.',
  calendar: 'Calendar: {{zone}}.',
  calendarHolidays: 'Calendar: {{zone}}, public holidays {{holidays}}.',
} satisfies English<typeof words>
