import { number } from './contract.ts'
import { press } from './form.ts'
import { section } from './places.ts'
import type { Stage } from './stage.ts'

/** Thirty days later: the reminder of the contract's end lies in the mailbox, the next visit is on a working day. */
export async function later(stage: Stage): Promise<void> {
  await stage.clock('2026-11-08T10:00:00+08:00')
  const page = await stage.as('desk')
  await page.goto('/_local/mail')
  await page.getByText(`合同 ${number} 将于 2027-08-31 到期`).first().waitFor()
  await stage.met(page, 'mailbox')
  await page.goto('/')
  await section(page, 'Visits')
  await press(page, 'Next week')
  // The 10th is a Tuesday. That of October was planned on a Saturday: a make-up working day.
  await page.getByRole('table', { name: 'Visits on 2026-11-10' }).getByText('Monthly maintenance').waitFor()
  await stage.met(page, 'next-visit')
}

/** Two months are recognised by day; ending today has six outcomes, each with its working. */
export async function ended(stage: Stage): Promise<void> {
  const page = await stage.as('finance')
  await section(page, 'Finance')
  await page.getByRole('link', { name: 'Contract money' }).click()
  await page.getByRole('row', { name: new RegExp(number) }).click()
  // 23,584.91 × 30/365 = 1,938.49; 23,584.91 × 61/365 = 3,941.59, so October is 2,003.10.
  await page.getByRole('row', { name: 'September 2026 30 ¥1,938.49 ¥1,938.49 30 Sep 2026' }).waitFor()
  await page.getByRole('row', { name: 'October 2026 31 ¥2,003.10 ¥3,941.59 31 Oct 2026' }).waitFor()
  await stage.met(page, 'recognition')
  await page.getByText('Settlement', { exact: true }).click()
  await page.getByText('If the contract ended').waitFor()
  await page.getByText('69 of 365 days').waitFor()
  // 25,000.00 × 69/365 = 4,726.03 are earned, the rest goes back; whoever breaks the contract pays 2,500.00.
  const grounds: [ground: string, net: string][] = [
    ['Client, no exempt ground', '17,773.97'],
    ['Client transfers or sells its computers, 4(1)', '20,273.97'],
    ['Provider, no exempt ground', '22,773.97'],
    ['Provider, special reason, 4(2)', '20,273.97'],
    ['Force majeure, 4(3)', '20,273.97'],
    ['Other agreed ground, 4(4)', '20,273.97'],
  ]
  for (const [ground, net] of grounds)
    await page
      .getByRole('row', { name: ground })
      .getByRole('button', { name: `¥${net}` })
      .waitFor()
  await stage.met(page, 'settlement')
}
