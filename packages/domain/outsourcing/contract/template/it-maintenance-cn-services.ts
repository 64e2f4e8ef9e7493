import type { ClauseTemplate } from './template.ts'

/** Clauses 1 and 2 of `it-maintenance-cn`: fee, term, payment, and what the provider does. */
export const feeAndServices: readonly ClauseTemplate[] = [
  { no: '1', title: { zh: '服务项目、期限与费用', en: 'Services, term and fee' }, wordings: [], acts: false, kind: 'head' },
  {
    no: '1(1)',
    wordings: [
      {
        text: {
          zh: '服务项目及费用如下表所列，均为含税价，服务费合计{total}{totalInWords}。',
          en: 'The service items and their fees are listed in the table below, tax included; the fees total {total}{totalInWords}.',
        },
      },
    ],
    acts: true,
    kind: 'fees',
  },
  {
    no: '1(2)',
    wordings: [
      {
        text: {
          zh: '服务期限为{termLength}，自{firstDay}起至{lastDay}止，首尾两日均计入。',
          en: 'The term is {termLength}, from {firstDay} to {lastDay}, both days included.',
        },
      },
    ],
    acts: true,
    kind: 'term',
  },
  {
    no: '1(3)',
    wordings: [
      {
        when: 'bank',
        text: {
          zh: '甲方应自本合同签署之日起{paymentDays}内，以{paymentMeans}方式，一次性向乙方付清全部服务费{total}。{paymentDueRule}乙方收款账户：开户银行 {bank}，户名 {account}，账号 {accountNumber}。',
          en: 'Party A pays Party B the whole fee of {total} at once, within {paymentDays} after signing, by {paymentMeans}. {paymentDueRule} Account of Party B: {bank}, in the name of {account}, number {accountNumber}.',
        },
      },
      {
        text: {
          zh: '甲方应自本合同签署之日起{paymentDays}内，以{paymentMeans}方式，一次性向乙方付清全部服务费{total}。{paymentDueRule}收款账户以乙方账单所载为准。',
          en: 'Party A pays Party B the whole fee of {total} at once, within {paymentDays} after signing, by {paymentMeans}. {paymentDueRule} The account is the one stated on the bill of Party B.',
        },
      },
    ],
    acts: true,
    kind: 'payment',
  },
  {
    no: '1(4)',
    wordings: [
      {
        when: 'lateFee',
        text: {
          zh: '甲方逾期付款的，自付款期限届满的次日起至付清之日止，乙方有权就每日日终仍未付清的服务费按日加收 {lateFeeRate} 的罚金，罚金不计复利。',
          en: 'If Party A pays late, Party B is entitled to add {lateFeeRate} of the fee still unpaid at the end of each day, from the day after the due date until it is paid in full, without interest on such additions.',
        },
      },
      {
        text: {
          zh: '甲方应按时付款。双方未约定逾期付款的罚金。',
          en: 'Party A pays in time. The parties have agreed no late fee.',
        },
      },
    ],
    acts: true,
    kind: 'right',
  },
  { no: '2', title: { zh: '乙方服务内容', en: 'What Party B does' }, wordings: [], acts: false, kind: 'head' },
  { no: '2(1)', title: { zh: '硬件维护', en: 'Hardware' }, wordings: [], acts: false, kind: 'head' },
  {
    no: '2(1)(1)',
    wordings: [
      {
        text: {
          zh: '硬件本身无故障时，乙方负责安装和更新驱动程序，使其正常工作。',
          en: 'Where the hardware itself is not at fault, Party B installs and updates its drivers so that it works.',
        },
      },
    ],
    acts: true,
    kind: 'cover',
  },
  {
    no: '2(1)(2)',
    wordings: [
      {
        text: {
          zh: '硬件发生故障时，乙方负责检测诊断，并提出合理的处理方案。',
          en: 'Where hardware fails, Party B diagnoses the fault and makes a reasonable proposal.',
        },
      },
    ],
    acts: true,
    kind: 'cover',
  },
  {
    no: '2(1)(3)',
    wordings: [
      {
        text: {
          zh: '乙方为甲方选购和使用硬件提供咨询和建议。',
          en: 'Party B advises Party A on buying and using hardware.',
        },
      },
    ],
    acts: true,
    kind: 'cover',
  },
  {
    no: '2(1)(4)',
    wordings: [
      {
        when: 'partsLabourFree',
        text: {
          zh: '甲方可以修复的硬件，乙方负责修理，免收人工费；所换配件按工本费，即乙方附供货凭据的含税采购价收取，不另加价。显示器不按工本费修理，须另行报价；对显示器的其他维护仍属服务范围。',
          en: 'Party B repairs hardware of Party A that can be repaired, free of labour; parts are charged at cost, which is the purchase price including tax shown by the supplier’s receipt, without margin. Monitors are not repaired at cost but only by quote; their other care remains covered.',
        },
      },
      {
        text: {
          zh: '甲方可以修复的硬件，乙方负责修理；工本费包括附供货凭据的含税采购价及经甲方事先确认的人工费，不另加价。显示器不按工本费修理，须另行报价；对显示器的其他维护仍属服务范围。',
          en: 'Party B repairs hardware of Party A that can be repaired; the cost charged is the purchase price including tax shown by the supplier’s receipt, and the labour that Party A has approved beforehand, without margin. Monitors are not repaired at cost but only by quote; their other care remains covered.',
        },
      },
    ],
    acts: true,
    kind: 'cover',
  },
  {
    no: '2(1)(5)',
    wordings: [
      {
        text: {
          zh: '乙方{everyMonths}上门维护一次：检查硬件运行状况，清除机内灰尘，检查机外电源线路，检查网络设备。当次未能维护的设备，应在当月内补做。',
          en: 'Party B maintains the equipment on site {everyMonths}: it checks the hardware, removes the dust inside, checks the external power cables and the network devices. A device that could not be reached is made up within the month.',
        },
      },
    ],
    acts: true,
    kind: 'plan',
  },
  {
    no: '2(1)(6)',
    wordings: [
      {
        text: { zh: '软件发生故障时，乙方及时排除。', en: 'Party B removes software faults in time.' },
      },
    ],
    acts: true,
    kind: 'cover',
  },
  { no: '2(2)', title: { zh: '系统维护', en: 'Systems' }, wordings: [], acts: false, kind: 'head' },
  {
    no: '2(2)(1)',
    wordings: [{ text: { zh: '乙方对操作系统进行优化和调整。', en: 'Party B tunes the operating systems.' } }],
    acts: true,
    kind: 'cover',
  },
  {
    no: '2(2)(2)',
    wordings: [
      {
        text: {
          zh: '在硬件完好的前提下，乙方保证每台电脑正常运行。',
          en: 'Party B keeps every PC running as long as its hardware is sound.',
        },
      },
    ],
    acts: true,
    kind: 'cover',
  },
  {
    no: '2(2)(3)',
    wordings: [
      {
        text: {
          zh: '乙方在每台电脑上安装杀毒软件和快速备份还原软件，并保持其有效。',
          en: 'Party B installs antivirus and quick backup and restore software on each PC and keeps both effective.',
        },
      },
    ],
    acts: true,
    kind: 'plan',
  },
  {
    no: '2(2)(4)',
    wordings: [
      {
        text: {
          zh: '乙方{everyMonths}对每台电脑查杀病毒、扫描磁盘并整理碎片，清除木马程序和违法内容。内容检查须经使用人同意，乙方只记录已检查或已拒绝，不记录所见内容。',
          en: 'Party B scans each PC {everyMonths} for viruses, scans and defragments its disks, and removes trojans and illegal content. Content is checked with the user’s consent; Party B records only that it was done or refused, never what was found.',
        },
      },
    ],
    acts: true,
    kind: 'plan',
  },
  {
    no: '2(2)(5)',
    wordings: [
      {
        when: 'reinstall',
        text: {
          zh: '乙方{reinstallEvery}为每台{reinstallClasses}重装一次系统。重装前须确认数据已备份，完成后由使用人签字确认。',
          en: 'Party B reinstalls the system of each {reinstallClasses} once {reinstallEvery}. Beforehand the backup is proved, afterwards the user signs off.',
        },
      },
      {
        text: {
          zh: '系统重装由双方视需要商定，本合同不约定定期重装。',
          en: 'Systems are reinstalled as the parties agree; this contract sets no regular date for it.',
        },
      },
    ],
    acts: true,
    kind: 'plan',
  },
  { no: '2(3)', title: { zh: '网络维护', en: 'Network' }, wordings: [], acts: false, kind: 'head' },
  {
    no: '2(3)(1)',
    wordings: [
      {
        when: 'accessLine',
        text: {
          zh: '乙方维护和优化甲方网络，保持网络畅通，达到接入线路（{carrier}，标称 {mbps} Mbps）应有的速度，并每月测速一次。',
          en: 'Party B maintains and optimises the network and keeps it flowing at the speed of the access line ({carrier}, nominally {mbps} Mbps); the speed is tested each month.',
        },
      },
      {
        text: {
          zh: '乙方维护和优化甲方网络，保持网络畅通，达到接入线路应有的速度。',
          en: 'Party B maintains and optimises the network and keeps it flowing at the speed of the access line.',
        },
      },
    ],
    acts: true,
    kind: 'cover',
  },
  {
    no: '2(3)(2)',
    wordings: [
      {
        text: {
          zh: '网络点位的移动、增加和拆除不在服务范围之内；甲方需要时，由乙方先行报价，经甲方同意后实施。',
          en: 'Moves, additions and removals of network points are out of scope; where Party A needs them, Party B quotes first and works after Party A has agreed.',
        },
      },
    ],
    acts: true,
    kind: 'guard',
  },
  { no: '2(4)', title: { zh: '网关主机与网络安全', en: 'Gateway hosts and security' }, wordings: [], acts: false, kind: 'head' },
  {
    no: '2(4)(1)',
    wordings: [
      { text: { zh: '乙方对甲方网络的网关主机进行防护。', en: 'Party B protects the gateway hosts of the network of Party A.' } },
    ],
    acts: true,
    kind: 'cover',
  },
  {
    no: '2(4)(2)',
    wordings: [
      {
        text: {
          zh: '乙方对网关主机进行安全检查，关闭不必要的服务，清除木马程序。',
          en: 'Party B checks the security of the gateway hosts, closes services that are not needed and removes trojans.',
        },
      },
    ],
    acts: true,
    kind: 'cover',
  },
  {
    no: '2(4)(3)',
    wordings: [
      {
        when: 'standbyServer',
        text: {
          zh: '乙方于{standbyBy}前（含当日）安装一台备用服务器，以便主机发生故障时网络能够尽快恢复。',
          en: 'Party B installs one standby server by {standbyBy} at the latest, so that the network is quickly back after a failure.',
        },
      },
      {
        text: {
          zh: '乙方安装一台备用服务器，以便主机发生故障时网络能够尽快恢复；安装日期由双方另行商定。',
          en: 'Party B installs one standby server, so that the network is quickly back after a failure; the parties agree its date separately.',
        },
      },
    ],
    acts: false,
    kind: 'deliverable',
  },
  {
    no: '2(4)(4)',
    wordings: [
      {
        when: 'training',
        text: {
          zh: '乙方每年为甲方人员讲授网络安全知识 {trainings} 次。',
          en: 'Party B teaches the people of Party A network security {trainings} times a year.',
        },
      },
      {
        text: {
          zh: '乙方在服务过程中向甲方人员讲解网络安全知识。',
          en: 'Party B explains network security to the people of Party A in the course of its services.',
        },
      },
    ],
    acts: false,
    kind: 'deliverable',
  },
  {
    no: '2(5)',
    title: { zh: '合同外服务的优惠', en: 'Favourable prices outside the contract' },
    wordings: [
      {
        when: 'discountCard',
        text: {
          zh: '本合同以外的服务，包括第 2(3)(2) 条所列事项，乙方给予优惠：{discountCard}。合同外服务一律先报价，经甲方同意后实施。',
          en: 'For services outside the contract, those of 2(3)(2) included, Party B grants favourable prices: {discountCard}. Such services are always quoted first and done after Party A has agreed.',
        },
      },
      {
        text: {
          zh: '本合同以外的服务，包括第 2(3)(2) 条所列事项，以及网站、扫描、光盘制作、硬件评估等，乙方给予优惠价格。合同外服务一律先报价，经甲方同意后实施。',
          en: 'For services outside the contract, those of 2(3)(2) included, and for web sites, scanning, discs, hardware assessment and the like, Party B grants favourable prices. Such services are always quoted first and done after Party A has agreed.',
        },
      },
    ],
    acts: true,
    kind: 'price',
  },
]
