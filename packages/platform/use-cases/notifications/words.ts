/** What a mail says, in both languages; `{name}` is filled in. The reader's language is not known, so Chinese stands first. */
export const words = {
  receipt: {
    zh: ['已收到 {number}：{subject}', '{name}您好，我们已收到您的请求 {number}。您可以随时在门户查看进度：{link}'],
    en: ['Received {number}: {subject}', 'Dear {name}, we have received your request {number}. Follow it at any time: {link}'],
  },
  replied: {
    zh: ['{number} 有新回复', '{name}您好，工程师已回复您的请求 {number}：{subject}。查看并答复：{link}'],
    en: ['New reply on {number}', 'Dear {name}, we have replied on {number}: {subject}. Read and answer: {link}'],
  },
  waiting: {
    zh: ['{number} 等待您的答复', '{name}您好，{number}（{subject}）正在等待：{reason}。请答复：{link}'],
    en: ['{number} waits for you', 'Dear {name}, {number} ({subject}) waits for: {reason}. Please answer: {link}'],
  },
  'pause-upheld': {
    zh: [
      '{number}：暂停维持不变',
      '{name}您好，您对 {number}（{subject}）暂停计时的异议已处理，暂停维持不变：{reason}。查看：{link}',
    ],
    en: [
      '{number}: the pause stands',
      'Dear {name}, you contested the pause on {number} ({subject}). It stands: {reason}. See: {link}',
    ],
  },
  'pause-struck': {
    zh: [
      '{number}：暂停已撤销',
      '{name}您好，您对 {number}（{subject}）暂停计时的异议成立，这段时间照常计时：{reason}。查看：{link}',
    ],
    en: [
      '{number}: the pause was struck',
      'Dear {name}, you contested the pause on {number} ({subject}). It was struck and its time counts: {reason}. See: {link}',
    ],
  },
  resolved: {
    zh: [
      '{number} 已解决，请确认',
      '{name}您好，{number}（{subject}）已解决。请确认，或重新打开：{link}。五个工作日后自动关闭。',
    ],
    en: [
      '{number} is resolved, please confirm',
      'Dear {name}, {number} ({subject}) is resolved. Confirm it, or reopen it: {link}. It closes by itself after five working days.',
    ],
  },
  quote: {
    zh: ['{number} 的报价等待您确认', '{name}您好，{number}（{subject}）属于合同外服务，须先确认报价：{link}'],
    en: [
      'A quote for {number} waits for your approval',
      'Dear {name}, {number} ({subject}) is outside the contract. Please approve the quote first: {link}',
    ],
  },
  invitation: {
    zh: ['{provider}邀请您加入 Pactdesk', '{name}您好，{provider}邀请您使用服务台。请在 {until} 前打开链接并登录：{link}'],
    en: [
      '{provider} invites you to Pactdesk',
      'Dear {name}, {provider} invites you to its service desk. Open this link and sign in before {until}: {link}',
    ],
  },
  sign: {
    zh: ['合同 {number} 等待您签署', '{name}您好，合同 {number} 已由服务方签署，请审阅并签署：{link}'],
    en: [
      'Contract {number} waits for your signature',
      'Dear {name}, contract {number} is signed by your provider. Please read and sign it: {link}',
    ],
  },
  bill: {
    zh: ['账单 {number}，{due} 到期', '{name}您好，账单 {number} 已开具，金额 {amount} {currency}，请于 {due} 前付款：{link}'],
    en: [
      'Bill {number}, due {due}',
      'Dear {name}, bill {number} over {amount} {currency} is issued. Please pay by {due}: {link}',
    ],
  },
  credited: {
    zh: [
      '账单 {number} 已冲销 {amount} {currency}',
      '{name}您好，账单 {number} 已开具冲销单 {note}，冲销 {amount} {currency}。原因：{reason}。查看：{link}',
    ],
    en: [
      'Bill {number}: {amount} {currency} credited',
      'Dear {name}, credit note {note} takes {amount} {currency} off bill {number}. Reason: {reason}. See it here: {link}',
    ],
  },
  disputed: {
    zh: [
      '{client} 对账单 {number} 第 {line} 行有异议',
      '{name}您好，{client} 对账单 {number} 第 {line} 行提出异议：{reason}。请答复或冲销：{link}',
    ],
    en: [
      '{client} contests line {line} of bill {number}',
      'Dear {name}, {client} contests line {line} of bill {number}: {reason}. Answer it, or credit the line: {link}',
    ],
  },
  answered: {
    zh: [
      '关于账单 {number} 第 {line} 行的答复',
      '{name}您好，您对账单 {number} 第 {line} 行的异议已有答复：{reason}。查看：{link}',
    ],
    en: [
      'Our answer on line {line} of bill {number}',
      'Dear {name}, here is our answer on line {line} of bill {number}, which you contest: {reason}. See it here: {link}',
    ],
  },
  expiry: {
    zh: [
      '合同 {number} 将于 {lastDay} 到期',
      '{name}您好，合同 {number} 还有 {days} 天到期（{lastDay}）。合同不自动续签，我们将与您联系：{link}',
    ],
    en: [
      'Contract {number} ends on {lastDay}',
      'Dear {name}, contract {number} ends in {days} days ({lastDay}). It is not renewed by itself; we will be in touch: {link}',
    ],
  },
} as const satisfies Record<string, Record<'zh' | 'en', readonly [string, string]>>

export type Notice = keyof typeof words

const fill = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

/** Subject and text in both languages; line breaks in values would forge headers or lines, so they become spaces. */
export function compose(notice: Notice, values: Record<string, string>): { subject: string; text: string } {
  const safe = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.replace(/[\r\n\u2028\u2029]+/g, ' ')]),
  )
  const { zh, en } = words[notice]
  return { subject: `${fill(zh[0], safe)} / ${fill(en[0], safe)}`, text: `${fill(zh[1], safe)}\n\n${fill(en[1], safe)}\n` }
}
