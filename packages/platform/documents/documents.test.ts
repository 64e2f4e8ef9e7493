import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { textOf } from '@pactdesk/domain/outsourcing/contract/index'
import { maintenanceTerms } from '@pactdesk/domain/outsourcing/contract/testing'
import { describe, expect, it } from 'vitest'
import { type BillPdf, billPdf } from './bill-pdf.ts'
import { type ContractPdf, contractPdf } from './contract-pdf.ts'
import { serviceReportPdf } from './service-report-pdf.ts'

const terms = maintenanceTerms({ client: { name: '蓝海贸易有限公司' } })
const strokes = {
  width: 300,
  height: 120,
  lines: [
    [10, 10, 100, 90, 150, 40],
    [50, 110],
  ],
}
const contract = (change: Partial<ContractPdf> = {}): ContractPdf => ({
  terms,
  text: textOf(terms),
  version: 1,
  languages: 'zh',
  asOf: '2026-09-30T08:20:00Z',
  signatures: [
    { party: 'client', company: terms.client.name },
    { party: 'provider', company: terms.provider.name },
  ],
  ...change,
})
const bill: BillPdf = {
  kind: 'bill',
  number: 'INV-2026-0002',
  issuedOn: '2026-11-02',
  dueOn: '2026-11-12',
  period: '2026-10',
  contractNumber: 'WB-2026-001',
  currency: 'CNY',
  provider: { name: 'Chengxin IT', bank: { bank: '上海银行', accountName: 'Chengxin IT', accountNumber: '6222 0000' } },
  client: { name: '蓝海贸易有限公司' },
  lines: [
    {
      line: 1,
      description: 'SSD 512 GB',
      clause: '2(1)(4)',
      quantity: '1',
      grossMinor: 39_900,
      taxRate: '0.13',
      taxMinor: 4_590,
      netMinor: 35_310,
    },
  ],
  taxGroups: [{ taxRate: '0.13', grossMinor: 39_900, taxMinor: 4_590, netMinor: 35_310 }],
  total: { grossMinor: 39_900, taxMinor: 4_590, netMinor: 35_310 },
  annex: [],
  asOf: '2026-11-02T02:00:00Z',
}
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const pagesOf = (bytes: Buffer) => bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

/** The characters a PDF shows, from the ToUnicode maps of its embedded font. */
function charactersOf(bytes: Buffer): Set<string> {
  const found = new Set<string>()
  for (const [, stream = ''] of bytes.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    let text: string
    try {
      text = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
    } catch {
      continue // a stream that is not deflated holds no map
    }
    if (!text.includes('beginbfrange')) continue
    for (const [, hex = ''] of text.matchAll(/<([0-9a-f]{4})>(?=[ \]])/g))
      found.add(String.fromCharCode(Number.parseInt(hex, 16)))
  }
  return found
}

describe('PDFs', () => {
  it('of the same facts are the same bytes: what is signed is their hash', async () => {
    expect(sha(await contractPdf(contract()))).toBe(sha(await contractPdf(contract())))
    expect(sha(await contractPdf(contract({ version: 2 })))).not.toBe(sha(await contractPdf(contract())))
  })
  it('embed only the glyphs they use', async () => {
    for (const languages of ['zh', 'zh-en'] as const) {
      const bytes = await contractPdf(contract({ languages }))
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.length).toBeLessThan(200_000)
    }
  })
  it('show the whole contract: every character of every printed clause', async () => {
    const shown = charactersOf(await contractPdf(contract()))
    const words = textOf(terms)
      .clauses.filter(({ agreed }) => agreed)
      .map(({ text, title }) => `${title?.zh ?? ''}${text?.zh ?? ''}`)
    const missing = [...new Set(words.join('').replace(/\s/g, ''))].filter(character => !shown.has(character))
    expect(missing).toEqual([])
  })
  it('carry the record of both signatures on a page of their own', async () => {
    const evidence = {
      name: '林秀英',
      title: '总经理',
      address: '203.0.113.9',
      account: 'c1',
      documentSha256: 'a'.repeat(64),
      consent: { zh: '我已阅读全部条款。', en: 'I have read all clauses.' },
      strokes,
    }
    const signed = await contractPdf(
      contract({
        signatures: [
          { party: 'client', company: '蓝海', on: '2026年9月30日', at: '16:20', evidence },
          { party: 'provider', company: 'Chengxin IT', on: '2026年9月29日' },
        ],
        evidence: { signedOn: '2026年9月30日', documentSha256: 'a'.repeat(64) },
      }),
    )
    expect(pagesOf(signed)).toBe(pagesOf(await contractPdf(contract())) + 1)
    expect([...'林秀英总经理'].filter(character => !charactersOf(signed).has(character))).toEqual([])
  })
  it('of a bill say that it is no fapiao, and append the covered work on pages of their own', async () => {
    const plain = await billPdf(bill)
    const annex = Array.from({ length: 60 }, (_, n) => ({
      date: '2026-10-14',
      reference: `LANHAI-${n}`,
      description: '月度维护',
      who: '李伟',
      clause: '2(1)(5)',
      quantity: '180 min',
    }))
    const long = await billPdf({ ...bill, annex })
    expect(pagesOf(plain)).toBe(1)
    expect(pagesOf(long)).toBeGreaterThan(2)
    expect([...'不是发票大写叁佰玖拾'].filter(character => !charactersOf(plain).has(character))).toEqual([])
    expect(sha(long)).toBe(sha(await billPdf({ ...bill, annex })))
  })
  it('of a visit end with the client’s signature, or with why there is none', async () => {
    const report = {
      number: 'LANHAI-V-12',
      provider: 'Chengxin IT',
      client: '蓝海贸易',
      site: '总部',
      technician: '李伟',
      date: '2026-10-14',
      arrivedAt: '09:30',
      tickets: [{ number: 'LANHAI-3', subject: 'SSD', outcome: '已解决', minutes: 260 }],
      checks: [{ device: 'PC-01', task: '清除机内灰尘', clause: '2(1)(5)', result: '完成' }],
      parts: [{ name: 'SSD 512 GB', quantity: '1', device: 'PC-03' }],
      asOf: '2026-10-14T05:00:00Z',
    }
    const signed = await serviceReportPdf({ ...report, signature: { name: '周敏', at: '12:30', strokes } })
    const unsigned = await serviceReportPdf({ ...report, unsignedReason: '客户不在' })
    expect(charactersOf(signed).has('敏')).toBe(true)
    expect([...'未签字客户不在'].filter(character => !charactersOf(unsigned).has(character))).toEqual([])
  })
})
