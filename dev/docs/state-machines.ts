import type { Machine, Transition } from './machines.ts'

const head = `# State machines

Made by \`npm run docs\` from the tables that the modules export; a test keeps it equal and compares the states with the stored
types. What a state also allows without leaving it is listed below its diagram.
`

/** docs/state-machines.md, whole. */
export const stateMachinesPage = (machines: readonly Machine[]): string => [head, ...machines.map(section)].join('\n')

function section({ name, module, initial, transitions }: Machine): string {
  const arrows = merged(transitions.filter(({ from, to }) => from !== to))
  const diagram = arrows.map(({ from, command, to }) => `  ${node(from)} --> ${node(to)}: ${command}`)
  const start = initial === 'none' ? [] : [`  [*] --> ${node(initial)}`]
  const staying = Map.groupBy(
    transitions.filter(({ from, to }) => from === to),
    ({ from }) => from,
  )
  const within = [...staying].map(([state, rows]) => `- in *${state}*: ${rows.map(({ command }) => command).join(', ')}`)
  return [
    `## ${name}\n\n\`packages/domain/${module}\`\n`,
    ['```mermaid', 'stateDiagram-v2', ...start, ...diagram, '```', ''].join('\n'),
    ...(within.length > 0 ? [`${within.join('\n')}\n`] : []),
  ].join('\n')
}

/** Arrows between the same two states share a line. */
function merged(transitions: readonly Transition[]): Transition[] {
  const pairs = Map.groupBy(transitions, ({ from, to }) => `${from}\n${to}`)
  return [...pairs.values()].map(rows => ({ ...rows[0]!, command: rows.map(({ command }) => command).join(', ') }))
}

const node = (state: string) => (state === 'none' ? '[*]' : state.replaceAll('-', '_'))
