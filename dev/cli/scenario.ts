import { readScenario } from '../scenario/file.ts'
import { judge, type Verdict } from '../scenario/judge.ts'
import { play } from '../scenario/scenario.ts'
import type { Failure } from '../scenario/timeline.ts'
import { closingLine } from './report.ts'

/** Plays a worked month on a host of its own and compares every figure. Answers the exit code: 0 only when nothing failed. */
export async function scenario(file: string, json: boolean): Promise<number> {
  const { inputs, expected } = readScenario(file)
  const { actual, failures } = await play(inputs)
  const verdicts = [...failures.map(refused), ...judge(expected, actual)]
  if (json) console.log(JSON.stringify(verdicts, null, 1))
  else for (const verdict of verdicts) if (verdict.status === 'failed') console.log(lineOf(verdict))
  const { line, failed } = closingLine(verdicts)
  console.log(line)
  return failed === 0 && verdicts.length > 0 ? 0 : 1
}

/** A step the product refused counts as a failure of its own. */
const refused = ({ at, what, request, error }: Failure): Verdict => ({
  pointer: `input ${at} ${what}`,
  status: 'failed',
  expected: 'done',
  actual: null,
  request,
  responsePointer: '',
  error,
})

function lineOf({ pointer, expected, actual, request, responsePointer, error }: Verdict): string {
  const place = request ? `  [${request}${responsePointer ? ` ${responsePointer}` : ''}]` : ''
  return `${pointer}: expected ${JSON.stringify(expected)}, ${error ? error : `the product says ${JSON.stringify(actual)}`}${place}`
}
