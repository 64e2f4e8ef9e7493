import { devices, note, tasks } from '@pactdesk/domain/outsourcing/field-service/testing'
import { describe, expect, it } from 'vitest'
import { checkRows } from './report-rows.ts'

const done = { result: 'done' } as const
const full = { 'hardware-check': done, content: done }
const told = (checks: Parameters<typeof checkRows>[0]['checks']) =>
  checkRows({ tasks, devices, checks }, new Map([['n1', '使用人出差']])).map(({ device, result }) => [device, result])

describe('the checklist on a service report', () => {
  it('is one row a task when all devices had the same result', () => {
    const checks = { 'PC-01': full, 'PC-02': full, 'SRV-01': { 'hardware-check': done }, '-': { 'line-speed': done } }
    expect(told(checks)).toEqual([
      ['全部 All 3', '完成 Done'],
      ['全部 All 2', '完成 Done'],
      ['—', '完成 Done'],
    ])
  })

  it('names the devices of an exception with reason and note, and of a refusal', () => {
    const checks = {
      'PC-01': { 'hardware-check': done, content: { result: 'refused' as const } },
      'PC-02': { 'hardware-check': { result: 'not-done' as const, reason: 'not-reached' as const, note }, content: done },
      'SRV-01': { 'hardware-check': done },
      '-': { 'line-speed': done },
    }
    expect(told(checks)).toEqual([
      ['Reception、Server', '完成 Done'],
      ['Office', '未做 Not done，未能接触 not reached，使用人出差'],
      ['Reception', '客户不同意 Refused'],
      ['Office', '完成 Done'],
      ['—', '完成 Done'],
    ])
  })
})
