import type { ClauseTemplate } from './template.ts'

/** Clauses 3 to 6 of `it-maintenance-cn`: duties and response, ending early, disputes, renewal. */
export const dutiesAndEnd: readonly ClauseTemplate[] = [
  { no: '3', title: { zh: '双方义务与响应', en: 'Duties and response' }, wordings: [], acts: false, kind: 'head' },
  {
    no: '3(1)',
    wordings: [{ text: { zh: '乙方按第 2 条的约定提供服务。', en: 'Party B provides the services of clause 2.' } }],
    acts: false,
    kind: 'duty',
  },
  {
    no: '3(2)',
    wordings: [
      {
        text: {
          zh: '甲方为乙方的工作提供配合，包括必要的场地、权限和资料。',
          en: 'Party A supports the work of Party B with access, permissions and information as needed.',
        },
      },
    ],
    acts: false,
    kind: 'duty',
  },
  {
    no: '3(3)',
    wordings: [{ text: { zh: '非技术性工作由甲方自行负责。', en: 'Work that is not technical stays with Party A.' } }],
    acts: false,
    kind: 'duty',
  },
  {
    no: '3(4)',
    wordings: [
      {
        text: {
          zh: '甲方不得删除系统文件和备份文件。',
          en: 'Party A deletes no system files and no backup files.',
        },
      },
    ],
    acts: true,
    kind: 'duty',
  },
  {
    no: '3(5)',
    wordings: [
      {
        text: {
          zh: '甲方应管理来访人员，不得让其使用甲方电脑访问有风险的网站或下载有风险的内容。',
          en: 'Party A keeps its guests from visiting risky sites and from downloading risky content on its computers.',
        },
      },
    ],
    acts: true,
    kind: 'duty',
  },
  {
    no: '3(6)',
    wordings: [
      {
        text: {
          zh: '乙方接到甲方正式的上门服务请求后，应在下列工作时间内到达现场并开始工作：{arrivals}。工作时间为{serviceHours}。在工作时间以外提出的请求，自下一工作时段开始时起算。',
          en: 'After a formal request of Party A for service on site, Party B is on site and has begun within the following working time: {arrivals}. Working time is {serviceHours}. For a request outside working time the count begins when the next working period opens.',
        },
      },
    ],
    acts: true,
    kind: 'clock',
  },
  {
    no: '3(7)',
    wordings: [
      {
        text: {
          zh: '在工作时间以外，发生致使整个网络不能工作的严重故障（如服务器故障）的，乙方应自接到请求时起 {severeMinutes} 分钟内到达现场，节假日亦同；一般故障可待工作时间处理。',
          en: 'Outside working time, where a severe fault (such as a server fault) leaves the whole network unable to work, Party B is on site within {severeMinutes} minutes of the request, holidays included; small faults may wait for working time.',
        },
      },
    ],
    acts: true,
    kind: 'clock',
  },
  {
    no: '4',
    title: { zh: '提前终止', en: 'Ending early' },
    wordings: [
      {
        text: {
          zh: '合同期内提出终止合同的一方即为违约，应向对方支付合同总价 {penaltyRate} 的违约金；合同总价为第 1(3) 条的全部服务费{total}，含税，不含合同外费用。有下列情形之一的，不属违约：',
          en: 'A party that proposes to end the contract within its term is in breach and pays the other a penalty of {penaltyRate} of the contract total, which is the whole fee of clause 1(3), {total}, tax included, without anything charged outside the contract. It is no breach where:',
        },
      },
    ],
    acts: true,
    kind: 'settlement',
  },
  {
    no: '4(1)',
    wordings: [
      {
        text: {
          zh: '甲方转让或出售其电脑，因而不能履行本合同，且已结清应付费用的；',
          en: 'Party A transfers or sells its computers and therefore cannot perform this contract, the fees it owes being settled;',
        },
      },
    ],
    acts: true,
    kind: 'settlement',
  },
  {
    no: '4(2)',
    wordings: [
      {
        text: {
          zh: '乙方因特殊原因不能继续履行的；',
          en: 'Party B cannot continue for special reasons;',
        },
      },
    ],
    acts: true,
    kind: 'settlement',
  },
  {
    no: '4(3)',
    wordings: [{ text: { zh: '发生不可抗力的；', en: 'there is force majeure;' } }],
    acts: true,
    kind: 'settlement',
  },
  {
    no: '4(4)',
    wordings: [{ text: { zh: '双方约定的其他情形。', en: 'the parties have agreed another ground.' } }],
    acts: true,
    kind: 'settlement',
  },
  {
    no: '5',
    title: { zh: '争议解决', en: 'Disputes' },
    wordings: [
      {
        when: 'arbitration',
        text: {
          zh: '因本合同发生的争议，双方先行协商；协商不成的，提交{arbitration}仲裁。',
          en: 'The parties first negotiate a dispute arising from this contract; failing that, it is submitted to {arbitration} for arbitration.',
        },
      },
      {
        text: {
          zh: '因本合同发生的争议，双方先行协商；协商不成，又未约定仲裁机构、事后亦未达成仲裁协议的，任何一方可以向人民法院起诉。',
          en: 'The parties first negotiate a dispute arising from this contract; failing that, as no arbitration commission is named, and unless one is agreed later, either party may go to court.',
        },
      },
    ],
    acts: false,
    kind: 'dispute',
  },
  {
    no: '6',
    title: { zh: '期满与续签', en: 'Expiry and renewal' },
    wordings: [
      {
        text: {
          zh: '本合同期满即行终止，不自动续签。乙方于期满 {reminderDays} 日前提醒甲方；双方继续合作的，另行签订新合同。',
          en: 'This contract ends with its term and does not renew itself. Party B reminds Party A {reminderDays} days before the end; to continue, the parties sign a new contract.',
        },
      },
    ],
    acts: true,
    kind: 'renewal',
  },
]
