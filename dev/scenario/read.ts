import type { Answer, Answers } from './answers.ts'
import { pointed } from './compare.ts'
import { type Fields, isReading, type List, type Shape } from './figures/shape.ts'
import type { Names } from './world.ts'

/** What the product says, in the shape of `expected`: leaves with the place they were read from. */
export type Actual =
  | { is: 'figure'; value?: unknown; error?: string; request: string; pointer: string }
  | { is: 'fields'; fields: Record<string, Actual> }
  | { is: 'list'; items: Actual[]; key: readonly string[]; whole: boolean }

type Place = { answer: Answer; at: string }
type Sources = { answers: Answers; names: Pick<Names, 'tickets' | 'work'> }

const nowhere: Place = { answer: { request: '', error: 'no request was sent' }, at: '' }

/** Reads every figure the tables name. */
export const readFigures = (shape: Fields, sources: Sources): Actual => read(shape, sources, nowhere)

function read(shape: Shape, sources: Sources, place: Place): Actual {
  if (typeof shape === 'string') return figureAt(place, shape)
  if (!isReading(shape)) return fieldsOf(shape, sources, place)
  switch (shape.read) {
    case 'name':
      return named(figureAt(place, shape.at), shape.of, sources)
    case 'answer':
      return read(shape.shape, sources, { answer: answersTo(sources, shape.of)[0] ?? nowhere.answer, at: '' })
    case 'each':
      return {
        is: 'list',
        key: shape.key,
        whole: true,
        items: answersTo(sources, shape.of).map(answer => read(shape.shape, sources, { answer, at: '' })),
      }
    case 'list':
      return listAt(shape, sources, place)
    case 'members':
      return membersAt(place, shape.at)
  }
}

const answersTo = ({ answers }: Sources, name: Parameters<Answers['get']>[0]) => answers.get(name) ?? []

const fieldsOf = (shape: Fields, sources: Sources, place: Place): Actual => ({
  is: 'fields',
  fields: Object.fromEntries(Object.entries(shape).map(([field, inner]) => [field, read(inner, sources, place)])),
})

function figureAt({ answer, at }: Place, pointer: string): Actual & { is: 'figure' } {
  const { request } = answer
  if ('error' in answer) return { is: 'figure', error: answer.error, request, pointer: at + pointer }
  const found = resolved(answer.body, at + pointer)
  return { is: 'figure', value: pointed(answer.body, found), request, pointer: found }
}

/** `[name=value]` becomes the index of the first element that says so. */
function resolved(body: unknown, pointer: string): string {
  return pointer.split('/').reduce((path, segment) => {
    const [, name, value] = /^\[(\w+)=(.+)\]$/.exec(segment) ?? []
    const elements = name === undefined ? undefined : pointed(body, path)
    const index = Array.isArray(elements) ? elements.findIndex(element => String(element?.[name!]) === value) : segment
    return segment === '' && path === '' ? '' : `${path}/${index}`
  }, '')
}

function listAt({ at, shape, key, whole, where }: List, sources: Sources, place: Place): Actual {
  const { answer } = place
  if ('error' in answer) return figureAt(place, at)
  const elements = pointed(answer.body, place.at + at)
  const items = (Array.isArray(elements) ? elements : []).flatMap((element, index) =>
    where === undefined || pointed(element, where) !== undefined
      ? [read(shape, sources, { answer, at: `${place.at}${at}/${index}` })]
      : [],
  )
  return { is: 'list', items, key, whole }
}

function membersAt(place: Place, at: string): Actual {
  const { answer } = place
  if ('error' in answer) return figureAt(place, at)
  const object = pointed(answer.body, place.at + at)
  const fields = Object.keys(object && typeof object === 'object' ? object : {}).map(name => [
    name,
    figureAt(place, `${at}/${name}`),
  ])
  return { is: 'fields', fields: Object.fromEntries(fields) }
}

/** The product's own name in the words of the file; left as it is when the file knows no such thing. */
function named(figure: Actual & { is: 'figure' }, of: 'ticket' | 'work', { names }: Sources): Actual {
  const own = String(figure.value)
  const inFile = of === 'work' ? names.work.get(own) : [...names.tickets].find(([, number]) => number === own)?.[0]
  return inFile === undefined ? figure : { ...figure, value: inFile }
}
